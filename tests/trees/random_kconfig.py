"""Makes small random Kconfig trees that a program accepts, and random configurations for them.

Every symbol and choice has an index, and what it hangs on has smaller ones (what it selects, greater), so that nothing
hangs on itself; the places in the file are shuffled.
"""
import random

CONSTANTS = ["y", "n", "m", '"y"', '"n"', "UNDEFINED", '"text"']
WORDS = ["alpha", "beta", "a b", "y", "n", "10", "0x10", "-3", "", "z", "010", r"q\"uote", r"back\\slash", "#hash", " blank "]


class Program:
    """What the program takes that the files are for."""

    def __init__(self, name):
        self.name = name
        release = name.partition("linux-")[2]
        self.release = tuple(map(int, release.split("."))) if release else (4, 11)
        self.python = name in ("kconfiglib", "zephyr", "esp-idf")
        self.configdefault = name == "zephyr"
        self.esp = name == "esp-idf"  # no tristate and no m, but float and set
        self.bool_choices = self.release >= (6, 11)
        self.modules = "option modules" if self.release < (5, 13) else "modules"
        self.transitional = self.release >= (6, 18)
        self.conditional_depends = self.release >= (7, 0)
        self.strict_numbers = self.release >= (7, 2)
        # since 6.12 expr_transform() in expr.c takes the symbol of BOOL != y for an expression, and reads past its end
        self.confuses_unequal = self.release >= (6, 12)
        self.one_type = self.release >= (6, 11)


class Generator:
    def __init__(self, seed, program):
        self.r = random.Random(seed)
        self.program = program
        self.symbols = []
        self.types = {}
        self.constants = [each for each in CONSTANTS if each != "m"] if program.esp else CONSTANTS
        self.tristates = [] if program.esp else ["tristate"]
        self.members = {}  # index of a member → (index of its choice, index after it)
        self.transitional = set()
        self.again = []

    def chance(self, percent):
        return self.r.random() * 100 < percent

    # expressions

    def known(self, limit, types=None):
        """The symbols that something with this index may hang on."""
        names = ["MODULES"] if "MODULES" in self.types and (types is None or "bool" in types) else []
        return names + [f"S{i}" for i in range(limit) if f"S{i}" in self.types
                        and (i not in self.members or self.members[i][1] <= limit)
                        and i not in self.transitional and (types is None or self.types[f"S{i}"] in types)]

    def operand(self, limit):
        known = self.known(limit)
        return self.r.choice(known) if known and self.chance(85) else self.r.choice(self.constants)

    def number(self, kind):
        if kind == "float":
            return self.r.choice(["0.5", "-.25", "1.5E-3", "2", "-3", "9.75", "1e3", "%.2f" % self.r.uniform(-20, 20), str(self.r.randrange(-5, 100))])
        if kind == "hex":
            value = self.r.choice([0, 1, 5, 9, 10, 16, 31, 255, self.r.randrange(1 << 20)])
            return self.r.choice(["0x%x", "0x%X", "0X%x", "%x", "0x0%x"]) % value
        return str(self.r.choice([0, 1, 3, 7, 10, 16, 100, -1, -5, self.r.randrange(1000)]))

    def comparison(self, limit):
        known = self.known(limit)
        left = self.r.choice(known) if known else self.r.choice(self.constants)
        kind = self.types.get(left, "unknown")
        if self.chance(40):
            right = self.operand(limit)
        elif kind in ("int", "hex", "float"):
            right = self.number(self.r.choice(["int", "hex"] + ["float"] * self.program.esp))
            right = f'"{right}"' if self.chance(30) or right.startswith("-") else right
        elif kind == "string":
            right = f'"{self.r.choice(WORDS)}"'
        else:
            right = self.r.choice(["y", "n", '"y"', "1", "2", "0"] + ([] if self.program.esp else ["m", '"m"']))
        op = self.r.choice(["=", "!=", "=", "!=", "<", "<=", ">", ">="])
        if self.program.confuses_unequal and kind == "bool" and right.strip('"') == "y":
            op = "="
        return f"{right} {op} {left}" if self.chance(15) else f"{left} {op} {right}"

    def expression(self, limit, depth=0):
        if depth > 2 or self.chance(50):
            return self.comparison(limit) if self.chance(25) else self.operand(limit)
        if self.chance(20):
            inner = self.expression(limit, depth + 1)
            return f"!({inner})" if " " in inner else "!" + inner
        left, right = self.expression(limit, depth + 1), self.expression(limit, depth + 1)
        return f"({left} {self.r.choice(['&&', '||'])} {right})"

    def condition(self, limit, percent):
        return " if " + self.expression(limit) if self.chance(percent) else ""

    # entries

    def default(self, kind, limit):
        if kind in ("bool", "tristate"):
            return self.r.choice(["y", "y", "n", *self.modular()]) if self.chance(60) else self.expression(limit)
        same = self.known(limit, [kind])
        if same and self.chance(35):
            return self.r.choice(same)
        if kind == "string":
            if self.chance(25):
                return self.operand(limit)
            return f'"{self.r.choice(WORDS)}"'
        if self.chance(10) and not self.program.strict_numbers:
            return self.r.choice(self.known(limit) + ["UNDEFINED", '""', "077", '"0x7"'])
        number = self.number(kind)
        return f'"{number}"' if number.startswith("-") or self.chance(20) else number

    def bound(self, kind, limit):
        same = self.known(limit, [kind])
        if same and self.chance(30):
            return self.r.choice(same)
        if self.chance(4) and not self.program.strict_numbers:
            other = self.known(limit, ["int", "hex"])
            return self.r.choice(other) if other else "UNDEFINED"
        number = self.number(kind)
        return f'"{number}"' if number.startswith("-") else number

    def depends(self, limit):
        lines = []
        while self.chance(30):
            line = "\tdepends on " + self.expression(limit)
            if self.program.conditional_depends:
                line += self.condition(limit, 25)
            lines.append(line)
        return lines

    def edges(self, index, end):
        """What it selects and implies."""
        lines = []
        while self.chance(22):
            targets = [i for i in range(end, len(self.symbols)) if self.is_target(i)]
            if targets:
                keyword = self.r.choice(["select", "imply"])
                lines.append(f"\t{keyword} S{self.r.choice(targets)}" + self.condition(index, 35))
        return lines

    def modular(self):
        return [] if self.program.esp else ["m"]

    def sets(self, index, end):
        """What it sets: lines of ESP-IDF."""
        lines = []
        while self.program.esp and self.chance(15):
            targets = [f"S{i}" for i in range(end, len(self.symbols)) if self.types.get(f"S{i}") in ("int", "hex", "float", "string")]
            if targets:
                target = self.r.choice(targets)
                kind = self.types[target]
                same = self.known(index, [kind])
                value = f'"{self.r.choice(WORDS)}"' if kind == "string" else self.number(kind)
                value = self.r.choice(same) if same and self.chance(25) else value
                lines.append(f"\t{self.r.choice(['set', 'set default'])} {target}={value}" + self.condition(index, 35))
        return lines

    def is_target(self, index):
        kind = self.types.get(f"S{index}")
        if index in self.members and self.program.bool_choices:
            return False
        return kind in ("bool", "tristate") and index not in self.transitional

    def entry(self, index, kind, prompt, typed, end=None, limit=None):
        name = f"S{index}"
        limit = index if limit is None else limit
        lines = []
        if prompt:
            line = f'"{name}"' + self.condition(limit, 25)
            lines.append(f"\t{kind} {line}" if typed and self.chance(70) else f"\tprompt {line}")
        if typed and not (lines and lines[0].startswith(f"\t{kind} ")):
            lines.insert(0, f"\t{kind}")
        lines += self.depends(limit)
        in_choice = index in self.members
        if not in_choice or (self.chance(10) and not self.program.bool_choices):
            while self.chance(40 if kind in ("bool", "tristate") else 55):
                lines.append("\tdefault " + self.default(kind, limit) + self.condition(limit, 45))
        if kind in ("int", "hex", "float"):
            while self.chance(35):
                lines.append(f"\trange {self.bound(kind, limit)} {self.bound(kind, limit)}" + self.condition(limit, 40))
        if kind in ("bool", "tristate"):
            lines += self.edges(limit, index + 1 if end is None else end)
        if kind == "bool":
            lines += self.sets(limit, index + 1 if end is None else end)
        head, rest = lines[:1], lines[1:]
        self.r.shuffle(rest)
        return [f"config {name}", *head, *rest]

    def symbol(self, index):
        kind = self.types[f"S{index}"]
        if index in self.transitional:
            return [f"config S{index}", f"\t{kind}", "\ttransitional"]
        text = self.entry(index, kind, self.chance(70), True)
        while self.chance(18):
            self.again.append(self.second(index, kind))
        while self.program.configdefault and self.chance(25):
            self.again.append(self.configdefault(index, kind))
        return text

    def second(self, index, kind):
        other = kind
        if self.chance(8) and not self.program.one_type:
            other = self.r.choice(["bool", *self.tristates, "int", "hex", "string"])
        text = self.entry(index, other, self.chance(40), self.chance(50) or other != kind)
        if len(text) == 1:
            text.append(f"\t{kind}")
        if self.chance(40):
            text = [f"if {self.expression(index)}", *text, "endif"]
        return text

    def configdefault(self, index, kind):
        text = [f"configdefault S{index}"]
        while len(text) == 1 or self.chance(30):
            text.append("\tdefault " + self.default(kind, index) + self.condition(index, 45))
        if self.chance(40):
            text = [f"if {self.expression(index)}", *text, "endif"]
        return text

    def choice(self, start, end):
        """A choice has the first index, its members the following."""
        tristate = not self.program.bool_choices and not self.program.esp and self.chance(40)
        lines = ["choice"]
        if self.chance(50) and not self.program.bool_choices:
            lines.append("\ttristate" if tristate else "\tbool")
        lines.append(f'\tprompt "C{start}"' + self.condition(start, 25))
        if not self.program.bool_choices and not self.program.esp and self.chance(20):
            lines.append("\toptional")
        lines += self.depends(start)
        while self.chance(45):
            lines.append(f"\tdefault S{self.r.randrange(start + 1, end)}" + self.condition(start, 45))
        for index in range(start + 1, end):
            kind = self.types[f"S{index}"]
            body = self.entry(index, kind, True, self.program.bool_choices or self.chance(85), end, start)
            if self.chance(15):
                body = [f"if {self.expression(start)}", *body, "endif"]
            lines += body
            if self.chance(8) and not self.program.bool_choices:
                text = self.entry(index, kind, False, True, end, start)
                self.again.append(text)
        return [*lines, "endchoice"]

    # the file

    def block(self, start, end, depth=0):
        """Statements for the symbols of a range, in any order."""
        parts = []
        at = start
        while at < end:
            if at in self.members:  # the choice has the index before its first member
                choice, after = self.members[at]
                parts.append(self.choice(choice, after))
                at = after
                continue
            if f"S{at}" not in self.types:
                at += 1
                continue
            size = self.r.randrange(2, 6)
            if depth < 3 and self.chance(25) and at + size <= end and not self.splits(at + size):
                inner = self.block(at, at + size, depth + 1)
                parts.append(self.wrapped(inner, at))
                at += size
            else:
                parts.append(self.symbol(at))
                at += 1
        self.r.shuffle(parts)
        return [line for part in parts for line in part]

    def splits(self, at):
        """Whether a block that ends before this index would end inside a choice."""
        return at in self.members

    def wrapped(self, inner, limit):
        if self.chance(50):
            return [f"if {self.expression(limit)}", *inner, "endif"]
        head = [f'menu "M{limit}"', *self.depends(limit)]
        if self.chance(40):
            # kconfig-frontends wants it first
            head.insert(1 if self.program.name == "nuttx" else len(head), f"\tvisible if {self.expression(limit)}")
        return [*head, *inner, "endmenu"]

    def kconfig(self):
        count = self.r.randrange(4, 16)
        self.plan(count)
        lines = self.block(0, count)
        early = [text for text in self.again if text[0].startswith(("configdefault", "if")) and self.program.configdefault and self.chance(50)]
        lines = [line for text in early for line in text] + lines
        for text in self.again:
            lines += [] if text in early else text
        if "MODULES" in self.types:
            body = self.r.choice([['\tbool "Modules"'], ['\tbool "Modules"', "\tdefault y"], ["\tdef_bool y"]])
            mark = [] if self.program.python and self.chance(60) else ["\t" + self.program.modules]
            mark = ["\toption modules"] if mark and self.program.python else mark
            text = ["config MODULES", *body, *mark]
            lines = text + lines if self.chance(70) else lines + text
        if self.program.esp:
            lines.insert(0, 'mainmenu "Random"')
        return "\n".join(lines) + "\n"

    def plan(self, count):
        self.symbols = [None] * count
        if not self.program.esp and self.chance(65):
            self.types["MODULES"] = "bool"
        at = 0
        while at < count:
            size = self.r.randrange(3, 6)
            if self.chance(20) and at + size <= count:
                for index in range(at + 1, at + size):
                    self.members[index] = (at, at + size)
                    single = self.program.bool_choices or self.program.esp or self.chance(65)
                    self.types[f"S{index}"] = "bool" if single else "tristate"
                at += size
            else:
                kinds = ["bool"] * 7 + self.tristates * 6 + ["int"] * 3 + ["hex"] * 2 + ["string"] * 3 + ["float"] * 3 * self.program.esp
                self.types[f"S{at}"] = self.r.choice(kinds)
                if self.program.transitional and self.chance(8):
                    self.transitional.add(at)
                at += 1

    # configurations

    def config(self):
        lines = []
        for name, kind in self.types.items():
            if self.chance(65 if name != "MODULES" else 80):
                lines.append(self.assignment(name, kind))
                if self.chance(8):
                    lines.append(self.assignment(name, kind))
        if self.chance(10):
            lines += ["CONFIG_NOBODY=y", "# a remark", ""]
        self.r.shuffle(lines)
        return "".join(line + "\n" for line in lines)

    def sdkconfig(self):
        """Lines that were written before, most of them marked as defaults."""
        lines = []
        for name, kind in self.types.items():
            if self.chance(50):
                lines.append(("# default:\n" if self.chance(75) else "") + self.assignment(name, kind))
        return "".join(line + "\n" for line in lines)

    def assignment(self, name, kind):
        off = f"# CONFIG_{name} is not set"
        if self.chance(6):
            value = self.r.choice(["y", *self.modular(), "n", "1", '"x"', "0x1f", "abc", "", "yes", '"open', "007", "0"])
            return off if self.chance(25) else f"CONFIG_{name}={value}"
        if kind in ("bool", "tristate"):
            value = self.r.choice(["y", "y", "n", "m"] if kind == "tristate" else ["y", "y", "n"])
            return off if value == "n" and self.chance(80) else f"CONFIG_{name}={value}"
        if kind == "string":
            return f'CONFIG_{name}="{self.r.choice(WORDS)}"'
        return f"CONFIG_{name}={self.number(kind)}"


def case(seed, program):
    """The text of a Kconfig file, of a configuration, and of a sdkconfig that is read after it: empty but for ESP-IDF."""
    generator = Generator(seed, program)
    return generator.kconfig(), generator.config(), generator.sdkconfig() if program.esp else ""
