"""The legal syllables of Mandarin in pinyin."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["is_syllable", "toneless"]

# Scheme for the Chinese Phonetic Alphabet (1958) with the syllables of Xiandai Hanyu Cidian; without the
# interjections that have no vowel (m, n, ng, hm), which would let almost any Latin word pass for pinyin.
_SYLLABLES = frozenset(
    """
    a ai an ang ao e ei en eng er o ou
    ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
    pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
    ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
    fa fan fang fei fen feng fo fou fu
    da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
    ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
    na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nü nüe
    la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lü lüe
    ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
    ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo
    ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
    ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
    qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
    xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
    zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo
    cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo
    sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
    ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo
    za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
    ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
    sa sai san sang sao se sen seng si song sou su suan sui sun suo
    ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
    wa wai wan wang wei wen weng wo wu
    """.split()  # noqa: SIM905 - a table to be read by people
)
# ü as typed (v), as in passports (GB/T 28039: YU), and as printed where the face has no ü
_UMLAUT_SPELLINGS = frozenset("lv nv lve nve lyu nyu lyue nyue lue nue".split())  # noqa: SIM905
_TONE_MARKS = frozenset("\u0304\u0301\u030c\u0300")


def is_syllable(text: str) -> bool:
    """Whether the text is one syllable of Mandarin, with or without its tone mark.

    >>> [is_syllable(text) for text in ("zhàn", "Lǜ", "lyu", "hong", "kung", "xī'ān")]
    [True, True, True, True, False, False]
    """
    letters = toneless(text)
    return (letters in _SYLLABLES or letters in _UMLAUT_SPELLINGS) and _tone_count(text) < 2


@lru_cache(maxsize=4096)
def toneless(text: str) -> str:
    """Pinyin in small letters without its tone marks; ü stays ü.

    >>> toneless("Zhànlüè")
    'zhanlüe'
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONE_MARKS))


def _tone_count(text: str) -> int:
    return sum(mark in _TONE_MARKS for mark in unicodedata.normalize("NFD", text))
