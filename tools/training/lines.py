"""What stands in short cells: targets, amounts, dates, ticks, numbers with units. Seeded, drawn from rules alone, so that a
reader learns the shape of such texts and none of their values."""

HAN = ("元万亿千百十年月日个次人项天台套份米平方公里亩立吨斤克升条座处家户名场期批篇件本册幅间张辆艘架头只株棵根块片段层栋"
       "所校班组队村镇乡县市区省国级类种分秒时小周季度倍率点位届门课题例笔单口床栏节集部卷页字顷厘毫瓦伏转约不少于低高"
       "超过大等至到以上下内前底末左右第共每全完成合格达优良中差满意较有无是否提升增加减长降一二三四五六七八九两半支枚"
       "盏箱袋桶瓶桌盘组车艇棚井渠路桥亭室厅馆站台班期款宗起轮剂针粒颗只头尾羽匹")
HAN = "".join(dict.fromkeys(HAN))
SIGNS = "0123456789.,-/%()+≥≤><=±~≈¥$□☑☒■√✓○●×:"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghikmnopqrstuvwxyz"
REJECT = "〓"
ALPHABET = SIGNS + LATIN + HAN + REJECT
# The forms of a sign that print alike; the reader's alphabet has the first.
PRINTED = {"%": "%%%％", "(": "((（", ")": "))）", ":": ":：", "<": "<＜", ">": ">＞", "=": "=＝", "¥": "¥￥", "~": "~～",
           ",": ",,,，", "-": "---－—–", "+": "+＋", "✓": "✓", "×": "×", "/": "//／"}
UNITS = ["元", "万元", "亿元", "千元", "个", "次", "人", "人次", "项", "天", "台", "套", "份", "米", "平方米", "公里", "平方公里",
         "亩", "吨", "条", "座", "处", "家", "户", "名", "场", "期", "批", "篇", "件", "本", "册", "辆", "月", "年", "日", "小时",
         "分", "级", "类", "种", "立方米", "公斤", "个月", "台套", "村", "km", "m", "kg", "t", "kW", "MW", "m2", "GB", "TB"]


def digits(rng, low, high):
    return "".join(rng.choice("0123456789") for _ in range(rng.randint(low, high)))


def number(rng):
    whole = rng.choice("123456789") + digits(rng, 0, rng.choice([1, 1, 2, 2, 3, 5]))
    if rng.random() < .08:
        whole = "0"
    return whole + ("." + digits(rng, 1, 2) if rng.random() < .25 else "")


def amount(rng):
    whole = rng.choice("123456789") + digits(rng, 0, rng.choice([2, 4, 6, 8, 10]))
    if rng.random() < .1:
        whole = "0"
    if rng.random() < .6:
        whole = f"{int(whole):,}"
    tail = rng.choice(["", ".00", ".0", "." + digits(rng, 2, 2), "." + digits(rng, 1, 6)])
    around = rng.choice(["{}"] * 12 + ["{}元", "{}万元", "¥{}", "{} 万元", "-{}", "({})", "$ {}", "${}"])
    return around.format(whole + tail)


def percentage(rng):
    return rng.choice(["100", "9" + digits(rng, 1, 1), "8" + digits(rng, 1, 1), number(rng), number(rng)]) + "%"


def operator(rng):
    return rng.choice(["≥"] * 8 + ["≤"] * 6 + [">", "<", "=", "=", "±", "~", "≈", "+", "-", "×"])


def target(rng):
    core = percentage(rng) if rng.random() < .45 else number(rng) + (rng.choice(UNITS) if rng.random() < .75 else "")
    way = rng.random()
    if way < .62:
        return operator(rng) + rng.choice(["", "", " "]) + core
    if way < .72:
        return core
    if way < .8:
        return core + rng.choice(["以上", "以下", "以内", "左右", "(含)", "(含)以上", "以前"])
    if way < .9:
        return rng.choice(["不少于", "不低于", "不高于", "大于", "小于", "大于等于", "小于等于", "达到", "约", "每年", "不超过",
                           "超过", "至少", "提升", "增长", "减少", "共", "第"]) + core
    return core + rng.choice(["-", "~", "至", "/", "×"]) + number(rng) + rng.choice(["", "%"] + UNITS[:12])


def date(rng):
    y, m, d = rng.choice(["19", "20", "20", "20"]) + digits(rng, 2, 2), rng.randint(1, 12), rng.randint(1, 31)
    one = rng.choice([f"{y}年{m}月{d}日", f"{y}-{m:02}-{d:02}", f"{y}.{m}.{d}", f"{y}/{m}/{d}", f"{y}年{m}月", f"{y}年", f"{y}{m:02}{d:02}",
                      f"{y}.{m:02}", f"{y}年{m:02}月{d:02}日", f"{m}月{d}日", f"{y}年度", f"{y} 年 {m} 月 {d} 日", f"{y}年{m}月底前",
                      f"{y}年{m}月{d}日前", f"{m:02}/{d:02}/{y}"])
    if rng.random() < .12:
        one += rng.choice(["-", "至", "~"]) + f"{int(y) + rng.randint(0, 4)}年{rng.randint(1, 12)}月"
    return one


def ticks(rng):
    box = lambda: rng.choice("□□□□☑☑☒■√✓○●")
    names = ["是", "否", "有", "无", "新增", "长期", "一级", "二级", "合格", "优", "良", "中", "差", "单位", "年度", "其他" , "满意", "不满意"]
    way = rng.random()
    if way < .2:
        return box()
    if way < .3:
        return rng.choice(["√", "✓", "×", "○", "●", "■", "√"])
    gap = rng.choice(["", "", " ", "  "])
    texts = [box() + rng.choice(["", " "]) + rng.choice(names) for _ in range(rng.choice([1, 1, 2, 2, 3]))]
    if way < .4:
        texts = [rng.choice(names) + box() for _ in texts]
    if way < .45:
        texts = ["(" + box() + ")" for _ in texts[:1]]
    return gap.join(texts)


def letters(rng, strange):
    """Runs of any letter of the alphabet, and of Han letters outside it, for which the reader says REJECT."""
    n = rng.randint(1, 6)
    way = rng.random()
    if way < .35:
        return "".join(rng.choice(HAN) for _ in range(n))
    if way < .55:
        return "".join(rng.choice(strange) for _ in range(n))
    if way < .75:
        return "".join(rng.choice(strange if rng.random() < .5 else HAN) for _ in range(n)) + rng.choice(["", number(rng)])
    if way < .85:
        return "".join(rng.choice(LATIN) for _ in range(n)) + rng.choice(["", "-" + number(rng), digits(rng, 1, 4)])
    return "".join(rng.choice(SIGNS + HAN[:40]) for _ in range(n))


def code(rng):
    return rng.choice([digits(rng, 6, 18), "0" + digits(rng, 2, 3) + "-" + digits(rng, 7, 8), "(" + str(rng.randint(1, 20)) + ")",
                       str(rng.randint(1, 40)), str(rng.randint(1, 9)) + "." + str(rng.randint(1, 9)), "-", "/",
                       digits(rng, 1, 3) + ":" + digits(rng, 1, 3), rng.choice("ABCDEFG") + digits(rng, 1, 6)])


KINDS = [(target, .42), (amount, .16), (date, .13), (percentage, .06), (number, .05), (ticks, .09), (code, .03), (None, .06)]


def line(rng, strange):
    at = rng.random()
    for kind, share in KINDS:
        at -= share
        if at < 0:
            break
    text = kind(rng) if kind else letters(rng, strange)
    return kind.__name__ if kind else "letters", text
