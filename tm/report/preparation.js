const [words, shown] = ["words", "shown"].map((id) => document.getElementById(id));
filterRows([...document.querySelectorAll("tbody tr")], words, shown, [], () => true);
