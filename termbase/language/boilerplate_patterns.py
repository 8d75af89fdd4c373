"""The kinds of boilerplate around a text, each with a case that is it and a case that only looks like it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from termbase.language.script import HAN

__all__ = ["LINES", "TAILS", "Pattern"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of boilerplate, with the cases that show what it is and what it is not."""

    name: str
    regex: re.Pattern[str]
    removes: str
    """A paragraph of this kind; for a tail, one that ends with it."""
    keeps: str
    """A paragraph with the same words that is text."""


def _pattern(name: str, regex: str, *, removes: str, keeps: str) -> Pattern:
    return Pattern(name, re.compile(regex, re.IGNORECASE), removes, keeps)


# What the pages of Chinese agencies, newspapers and governments write around a text.
_CHINESE_AGENCY = "新华社|中新社|本报|人民网|新华网|中新网"
_LABEL = (
    "(?:发布|发稿|更新|成文|公布)?(?:日期|时间)|(?:信息|稿件|文章|图片)?来源|稿源|作者|(?:责任|网络|执行)?编辑|责编|美编"
    f"|审核|初审|终审|校对|监制|签发|(?:{_CHINESE_AGENCY}|见习)?记者|通讯员|撰文|文字|摄影|摄像|供稿|供图"
    "|(?:浏览|阅读|点击|访问)(?:次数|数|量)?|字号|字体|分类|栏目|索引号|关键词|标签"
)
_ENGLISH_LABEL = (
    "(?:web |copy |chief |managing |video )?editors?|sources?|authors?|reporters?|writers?|translators?"
    "|photographers?|by-?line|photos?(?: by)?|images?|page views|views|reads|hits|comments|tags?|keywords?|font size"
)
_AGENCY = (
    "xinhua(?: news agency)?|xinhuanet|people['’]s daily(?: online)?|china daily|cgtn|cctv|ecns|cns(?:photo)?|cfp|vcg"
    "|global times|economic daily|reuters|afp|ap|photo|file photo"
)
_CREDIT = (
    "(?-i:By)(?= (?-i:[A-Z]))|(?:written|reported|compiled|translated|edited|filmed|provided|photos?|pictures?) by"
    "|photographed|(?:web |copy )?editors?:|source:|photos?:"
)
# A value after a label: no sentence, at most four words (names), none of which is the next label.
_VALUE = rf"[^\s。！？:：]*(?:[ \u3000、][{HAN}·]{{1,4}}(?![{HAN}·]*[:：])){{0,3}}"
_PERSON = rf"[{HAN}·]{{1,11}}(?<!拍)(?=摄|\s*摄|\s*供图|[)）\]])"
_PAGE = (
    r"(?:\d{1,3}(?!\d)|\.{2,3}|…|[<>«»‹›|]++|首页|末页|尾页|上一[页篇]|下一[页篇]|前一页|后一页|余下|全文"
    "|next|prev(?:ious)?|first|last|page)"
)
_BUTTON = (
    "打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页|本站)?|返回(?:顶部|首页|列表)?|顶部|分享(?:到|至)?[:：]?|转发"
    "|点赞|评论|纠错|复制链接|微信|微博|新浪微博|qq(?:空间)?|朋友圈|大|中|小|字号[:：]?|字体[:：]?|首页|正文|当前位置[:：]?"
    "|扫一扫.{0,20}|更多"
)
_ENGLISH_BUTTON = (
    r"share (?:this|to|on)(?: \w+){0,2}|share|print|e-?mail|save|tweet|facebook|twitter|wechat|weibo|linkedin"
    "|whatsapp|home|top|back to top|read more|more|related (?:news|stories|articles)|most viewed|editor's picks?"
    "|comments?|subscribe|sign up|log in|font size|follow us.{0,30}|scan the qr code.{0,40}|click here.{0,40}"
)

LINES = (
    _pattern(
        "labels",
        rf"[\[【(（]?\s*+(?:(?:{_LABEL})\s*+[:：]\s*+{_VALUE}[\s|/]*+)++[\]】)）]?",
        removes="来源：新华社 作者：张三 李四 浏览次数：1234",
        keeps="来源：这些货物来源很广，大多产自浙江。",
    ),
    _pattern(
        "English labels",
        rf"[\[(]?\s*+(?:{_ENGLISH_LABEL})\s*+:\s*+[^.!?:]{{0,60}}(?:(?:{_ENGLISH_LABEL})\s*+:[^.!?:]{{0,60}}){{0,4}}[\])]?",
        removes="(Web editor: Hongyu, Liang Jun)",
        keeps="Sources: the goods come from all over Zhejiang, an official said.",
    ),
    _pattern(
        "counters",
        r"[\d,.]+万?\s*(?:次?(?:浏览|阅读|点击|访问|播放)|views|reads|hits|comments)"
        r"|(?:浏览|阅读|点击|访问|播放)(?:次数|数|量)?\s*[\d,.]*万?次?",
        removes="1,234 views",
        keeps="这条视频的阅读量超过100万次。",
    ),
    _pattern(
        "by-lines",
        rf"by(?:\s+(?-i:[A-Z][\w'’.-]*|and|in),?){{1,8}}|(?:{_AGENCY})(?:\s*[|/]\s*[\w .'’-]{{1,40}})?"
        rf"|(?:{_CHINESE_AGENCY})?(?:记者|通讯员)\s+[{HAN}·\s]{{2,20}}",
        removes="By Wang Xin in Hangzhou",
        keeps="By 2022 Yiwu had 233 trade partners",
    ),
    _pattern(
        "photo credits",
        r"[(（\[]?(?:(?:photographed|photos?|pictures?|images?) (?:by|courtesy of)\s[^.]{1,60}"
        r"|photo\s*/\s*\w[^.]{0,40}"
        rf"|(?:{_CHINESE_AGENCY})?\s*(?:记者|通讯员|发)\s*[\s（(]*{_PERSON}\s*(?:摄|供图)"
        rf"|(?:{_CHINESE_AGENCY}|图|图片)?[:：/\s（(]*[{HAN}·]{{2,4}}(?<!拍)\s*(?:摄|供图)"
        r"|(?:资料图片?|图片|图/文)[:：/\s]*)[)）\]]?",
        removes="新华社记者 张三 摄",
        keeps="这部纪录片在义乌拍摄",
    ),
    _pattern(
        "page numbers",
        r"(?:第\s*)?(?:page\s+)?\d{1,4}(?:\s*页)?(?:\s*[,，/]?\s*(?:of|共)?\s*\d{1,4}(?:\s*页)?)?"
        rf"|[-–—·\s]+\d{{1,4}}[-–—·\s]+|{_PAGE}(?:\s*+{_PAGE})*+",
        removes="12 > >>",
        keeps="12 ports in 5 provinces",
    ),
    _pattern(
        "navigation",
        rf"[\[【(（|｜/>\s]*+(?:(?:{_BUTTON})[\[【(（|｜/>\]】)）\s]*+)++",
        removes="【打印本页】【关闭窗口】 分享到：微信 微博",
        keeps="打印机和大小家电的出口增长很快",
    ),
    _pattern(
        "English navigation",
        rf"(?:(?:{_ENGLISH_BUTTON})(?:[\s|/>·,:]++|$))++",
        removes="Share | Print | Email",
        keeps="Share prices rose and print sales fell",
    ),
    _pattern(
        "copyright",
        r"(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by (?-i:[A-Z]))).{0,120}|.{0,60}all rights reserved.{0,60}"
        r"|版权所有.{0,60}|.{0,40}(?:ICP[备证]|公网安备).{0,40}|未经.{0,20}(?:授权|许可|书面).{0,30}转载.{0,20}",
        removes="Copyright © 2023 Yiwu Daily. All rights reserved.",
        keeps="Copyright cases in Yiwu rose by 5 percent in 2023.",
    ),
    _pattern(
        "end marks",
        r"[(（\[【]?\s*(?:完|全文完|the end|enditem)\s*[)）\]】]?|#{2,}|\*{3,}|[-=_—]{3,}",
        removes="（完）",
        keeps="完成",
    ),
)

TAILS = (
    _pattern(
        "credits in brackets",
        rf"\s*(?:(?:{_CHINESE_AGENCY})发)?[(（\[【](?:(?:{_CREDIT})(?:\s[^()（）]*)?|(?:{_LABEL}|完)(?:[:：\s][^()（）]*)?"
        r"|[^()（）]{0,20}(?<!拍)(?:摄|供图))(?:[)）\]】]|$)",
        removes="The plan works. (By Luo Chengyu, translated by Ann Reed, edited by Tom Lake)",
        keeps="The price is low (by Zhejiang standards)",
    ),
    _pattern(
        "agencies in brackets",
        rf"\s*[(（\[](?:{_AGENCY}|{_CHINESE_AGENCY})(?:\s*[/｜|][^()（）\[\]]{{0,40}}|发)?[)）\]]",
        removes="A reed boat on the lake in spring.(Xinhua/Fang Yihe)",
        keeps="BEIJING, June 13 (Xinhua) -- Trade grew.",
    ),
    _pattern(
        "photographers",
        rf"(?:(?<=[。！？])|\s+)(?:{_CHINESE_AGENCY})?(?:记者|通讯员|发)\s*[(（]?{_PERSON}\s*摄[)）]?[。.]?",
        removes="这是义乌国际商贸城。新华社记者 张三 摄",
        keeps="这部纪录片在义乌拍摄",
    ),
)
