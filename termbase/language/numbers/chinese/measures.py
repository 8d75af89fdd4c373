"""What may stand behind a Chinese number: measure words, and what makes a unit part of another word."""

from __future__ import annotations

import re

from termbase.language.numbers.units import CHINESE_UNITS, alternatives

__all__ = ["BEHIND", "POINTS", "THOUSANDS"]

_MEASURES = """
    个 家 人 户 项 次 名 位 件 种 条 台 辆 只 座 所 处 场 届 批 套 份 张 本 部 篇 艘 架 枚 颗 棵 株
    头 匹 间 栋 幢 层 支 枝 根 块 片 面 幅 副 双 对 把 扇 口 道 门 节 集 期 轮 组 队 班 类 宗 起 笔
    股 手 单 票 例 具 首 句 段 章 页 字 行 排 列 级 阶段 步 遍 趟 回 番 阵 顿 杯 瓶 碗 盘 箱 盒 包
    袋 罐 筐 车 船 架次 人次 人份 万人 辆次 班次 列次 航次 企业 国 省 市 县 区 镇 乡 村 州 城 校 院
    岛 港 站 馆 店 厂 矿 楼 房 室 厅 线 路 线路 车道 车间 机构 部门 单位 国家 地区 省份 城市 学生
    学校 员工 职工 居民 人民 农民 观众 用户 网友 粉丝 游客 旅客 乘客 代表 委员 党员 干部 士兵 战士
    官兵 警察 记者 孩子 儿童 女性 男性 女子 男子 老人 老师 教师 医生 患者 客户 消费者 公里长 大类 大
    方面 世纪 岁以上 倍数 项目 产品 股东 金牌 银牌 铜牌 奖牌 胜 负 平 球 局 战 连胜 连败 轮次 分之
    代 世 辈 胎 孩 口人 方 端 成员 成员国 联 关 度 抹 丝 样 声 堂 剂 针 滴 粒 味 桌 席 床 幕 出 招
    则 封 通 款 型 挡 档 环 圈 围 刻 眼 巴掌 拳 脚 跤 觉 仗 劳永逸 身 餐 夜 晚 早 宿
""".split()  # noqa: SIM905 - a long list reads better so

# A unit of one character that begins another word is no unit: 两天 but 九天津, 3升 but 3升级.
_NOT_BEFORE = {
    "元": "旦首素宵朝老件气勋",
    "米": "兰饭粒勒其高林字色德",
    "克": "服制隆罗拉里",
    "升": "级至到高温学降值空任旗起",
    "日": "元圆本报均电前后益常夜出落照历文语系军式方国子期程记",
    "个点": "位",
    "天": "津空然下文才生气王使猫安桥坛堂鹅水际",
    "年": "代级纪轻龄会货画夜终华检薪均底初末",
    "周": "边围恩年末六报刊岁",
    "秒": "杀表拍",
    "分": "之别析为布享公钟红成店行类配开离局裂明校支手工组部娩子值辨区解担歧量拆级",
    "点": "击名燃赞滴亮评缀头心明开睛多左右半钟整",
    "度": "假过日电",
    "里": "面程约斯昂海边奥",
    "角": "色度逐落斗膜",
    "码": "头",
    "吨": "位",
    "升级": "",
    "丈": "夫母人",
    "卡": "车片拉塔尔路牌通",
    "瓦": "特解尔",
    "寸": "草",
    "尺": "度子寸",
    "伏": "击特",
    "载": "体人重客货",
    "岁": "月末",
    "磅": "礴",
    "公分": "",
    "世纪": "",
}
_UNITS = alternatives(CHINESE_UNITS)
_GUARDED = "|".join(
    f"{word}(?![{_NOT_BEFORE[word]}])" if _NOT_BEFORE.get(word) else word for word in _UNITS.split("|")
)

BEHIND = rf"(?:(?P<unit>{_GUARDED})|(?P<measure>{alternatives(_MEASURES)}))"
"""The unit or the measure word behind a number, the longest."""

POINTS = re.compile(r"\s{0,3}个?\s{0,3}百\s?分\s?点")
"""Percentage points."""

THOUSANDS = re.compile(r"\s?(?:(?P<kilo>[kK])|(?P<mega>M|m(?=$)|百万))(?![A-Za-z0-9])")
"""40k, 3M."""
