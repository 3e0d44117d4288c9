package kconfigls.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The uses that the scanner finds, by dialect and language. */
final class UseScannerTest {
  /** A dialect, a file's name and a text, and what is found in it. */
  private record Case(String dialect, String file, String text, String... found) {}

  private static final List<Case> CASES =
      List.of(
          // C: directives, checks, comments, strings
          c("#ifdef CONFIG_A", "A CONDITION"),
          c("# if defined(CONFIG_A) && \\\n  !defined CONFIG_B", "A CONDITION", "B CONDITION"),
          c("#if 1 /* CONFIG_A */ && CONFIG_B", "A TEXT", "B CONDITION"),
          c("#elif CONFIG_A > 3", "A CONDITION"),
          c("#endif /* CONFIG_A */", "A LABEL"),
          c("#else // CONFIG_A", "A LABEL"),
          c("#define CONFIG_A 1", "A DEFINITION"),
          c("#define X(y) (CONFIG_A + y)", "A VALUE"),
          c("#define X IS_ENABLED(CONFIG_A)", "A CONDITION"),
          c("#undef CONFIG_A", "A VALUE"),
          c("#error enable CONFIG_A", "A TEXT"),
          c("int a = CONFIG_A;", "A VALUE"),
          c("if (IS_ENABLED ( CONFIG_A))", "A CONDITION"),
          c("if (IS_MODULE(CONFIG_A) || x(CONFIG_B))", "A CONDITION", "B VALUE"),
          c("s = \"CONFIG_A \\\" CONFIG_B\"; CONFIG_D", "A TEXT", "B TEXT", "D VALUE"),
          c("c = '\"'; CONFIG_A", "A VALUE"),
          c("/* it's\n CONFIG_A */ CONFIG_B", "A TEXT", "B VALUE"),
          c("// CONFIG_A\nCONFIG_B", "A TEXT", "B VALUE"),
          // C: names that are no whole names
          c(
              "CONFIG_A_ CONFIG_B##x CONFIG_D ## y z##CONFIG_E",
              "A_ PART",
              "B PART",
              "D PART",
              "E PART"),
          c("CONFIG_ CONFIG_##x MY_CONFIG_A XCONFIG_B"),
          c(
              "// CONFIG_A* CONFIG_B{1,2} CONFIG_D_$x CONFIG_E... CONFIG_F.",
              "A PART",
              "B PART",
              "D_ PART",
              "E PART",
              "F TEXT"),
          c("#if CONFIG_A*2 > CONFIG_B%3", "A CONDITION", "B CONDITION"),
          // IS_ENABLED without prefix
          c("if (IS_ENABLED(A) || IS_ENABLED(CONFIG_B))", "A BARE", "B CONDITION"),
          c("#define E(x) IS_ENABLED(CONFIG_##x)"),
          c("// IS_ENABLED(A)"),
          // beyond ASCII
          c("/* ä€😀 */ CONFIG_A", "A VALUE"),
          // assembler and devicetree
          of("linux", "a.S", "# CONFIG_A\n#ifdef CONFIG_B\n", "A TEXT", "B CONDITION"),
          of("linux", "a.dts", "#address-cells = <1>; // CONFIG_A", "A TEXT"),
          // Rust
          of(
              "linux",
              "a.rs",
              "#[cfg(not(CONFIG_A))]\nfn f<'a>() { b::CONFIG_B } // CONFIG_D",
              "A CONDITION",
              "B VALUE",
              "D TEXT"),
          // Makefiles
          of("linux", "Makefile", "obj-$(CONFIG_A) += a.o # CONFIG_B", "A CONDITION", "B TEXT"),
          of(
              "linux",
              "Kbuild",
              "ifdef CONFIG_A\nelse ifeq (${CONFIG_B},y)",
              "A CONDITION",
              "B CONDITION"),
          of(
              "linux",
              "Makefile",
              "export CONFIG_A := y\nf += -DCONFIG_B=1\n\t$(MAKE) CONFIG_D=m",
              "A DEFINITION",
              "B DEFINITION",
              "D DEFINITION"),
          of("linux", "Makefile", "ifeq ($(CONFIG_A)$(CONFIG_B_$(X)),y)", "A CONDITION", "B_ PART"),
          of("linux", "Makefile", "\tgrep CONFIG_A .config", "A VALUE"),
          // CMake
          of(
              "zephyr",
              "CMakeLists.txt",
              "f_ifdef(CONFIG_A a.c)\nset(CONFIG_B y)\nif(CONFIG_D) # CONFIG_E",
              "A CONDITION",
              "B DEFINITION",
              "D CONDITION",
              "E TEXT"),
          // scripts, texts, configuration files, others
          of(
              "linux",
              "a.sh",
              "if is_enabled CONFIG_A; then echo $CONFIG_B # CONFIG_D",
              "A CONDITION",
              "B VALUE",
              "D TEXT"),
          of("linux", "a.rst", "Enable ``CONFIG_A`` or CONFIG_B_*", "A TEXT", "B_ PART"),
          of("linux", "x_defconfig", "CONFIG_A=y\n# CONFIG_B is not set", "A SETTING", "B SETTING"),
          of("linux", "a.yaml", "config: CONFIG_A", "A VALUE"),
          of(
              "linux",
              "Kconfig.x",
              "config A\n\tbool\nmenuconfig B\n# config D\nnoconfig E",
              "A DEFINITION",
              "B DEFINITION"),
          of("linux", "ChangeLog", "CONFIG_A"),
          of("linux", "a.log", "CONFIG_A"),
          // U-Boot
          of(
              "u-boot",
              "a.c",
              "if (CONFIG_IS_ENABLED(A)) f(CONFIG_VAL(B)); // CONFIG_IS_ENABLED(D)",
              "A VARIANT",
              "B VARIANT",
              "D TEXT"),
          of(
              "u-boot",
              "Makefile",
              "obj-$(CONFIG_$(SPL_)A) += a.o\nobj-$(CONFIG_$(PHASE_)B_$(X))",
              "A VARIANT",
              "B_ PART"),
          // coreboot
          of("coreboot", "a.c", "if (CONFIG(A) || CONFIG_B)", "A CONDITION", "B VALUE"),
          // BusyBox
          of(
              "busybox",
              "a.c",
              "if (ENABLE_A) IF_B(x) IF_NOT_D(y) IF_E",
              "A VALUE",
              "B VALUE",
              "D VALUE"),
          of("busybox", "a.c", "#define IF_A IF_B\n#if ENABLE_D", "A DEFINITION", "D CONDITION"),
          // Buildroot
          of(
              "buildroot",
              "a.mk",
              "ifeq ($(BR2_A),y)\n$(2)_X = BR2_PACKAGE_$(2)",
              "BR2_A CONDITION",
              "BR2_PACKAGE_ PART"));

  private static Case c(String text, String... found) {
    return new Case("linux", "a.c", text, found);
  }

  private static Case of(String dialect, String file, String text, String... found) {
    return new Case(dialect, file, text, found);
  }

  @TestFactory
  Stream<DynamicTest> uses() {
    return CASES.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.dialect() + " " + test.file() + ": " + test.text(),
                    () ->
                        assertThat(scan(test.dialect(), test.file(), test.text()))
                            .extracting(use -> use.name() + " " + use.kind())
                            .containsExactly(test.found())));
  }

  private static FileUses scan(String dialect, String file, String text) {
    SymbolSpelling spelling = SymbolSpelling.of(Dialects.byName(dialect).orElseThrow());
    return new UseScanner(spelling).scan(VfsPath.of("/tree/" + file), text);
  }

  @Test
  void placesAreThoseOfTheText() {
    String text = "/* € 😀 */\n#ifdef CONFIG_FIRST\n";
    SymbolUse use = scan("linux", "a.c", text).getFirst();
    assertThat(text.substring(use.word().start(), use.word().end())).isEqualTo("CONFIG_FIRST");
    assertThat(text.substring(use.range().start(), use.range().end())).isEqualTo("FIRST");
    assertThat(use.word()).isEqualTo(new TextRange(18, 30));
  }

  @Test
  void anIndexAnswersByNameAndTakesOneFileAnew() {
    FileUses first = scan("linux", "a.c", "CONFIG_A CONFIG_B CONFIG_A");
    FileUses second = scan("linux", "b.c", "CONFIG_A");
    SymbolSpelling spelling = SymbolSpelling.of(Dialects.linux(612));
    SourceIndex index = SourceIndex.of(spelling, SourceTexts.NONE, List.of(second, first));
    assertThat(index.uses("A"))
        .extracting(use -> use.file().name() + use.word().start())
        .containsExactly("a.c0", "a.c18", "b.c0");
    SourceIndex edited = index.with(scan("linux", "a.c", "CONFIG_D"));
    assertThat(edited.uses("A")).hasSize(1);
    assertThat(edited.uses("D")).hasSize(1);
    assertThat(edited.without(second.path()).uses("A")).isEmpty();
    assertThat(index.uses("A")).hasSize(3);
  }
}
