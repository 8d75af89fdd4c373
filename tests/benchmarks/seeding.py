SEEDERS = {}


def seeded():
    pass
