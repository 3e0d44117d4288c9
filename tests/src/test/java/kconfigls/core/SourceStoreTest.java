package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import kconfigls.analysis.CancelToken;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.harness.CheckedTree;
import kconfigls.io.SourceReader;
import kconfigls.io.SourceStore;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is kept says the same as one that is made anew, whatever happened meanwhile. */
final class SourceStoreTest {
  private static final SymbolSpelling SPELLING =
      SymbolSpelling.of(CheckedTree.dialect("linux-6.12"));

  @TempDir private Path folder;

  private static List<String> shown(SourceIndex index) {
    return index.files().stream().map(file -> file.path() + " " + List.copyOf(file)).toList();
  }

  @Test
  void readsAgainWhatHasChanged() throws Exception {
    VfsPath srctree = VfsPath.of(folder.toRealPath().toString());
    SourceStore store = new SourceStore(srctree, SPELLING);
    Map<String, String> files =
        Map.of("a.c", "int a = CONFIG_A;\n", "b.c", "int b;\n", "c/Makefile", "x = $(CONFIG_C)\n");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    AtomicInteger last = new AtomicInteger();
    assertThat(shown(store.refresh(CancelToken.NONE, last::set)))
        .hasSize(2)
        .isEqualTo(shown(SourceReader.read(srctree, SPELLING)));
    assertThat(last).hasValue(100);
    Files.writeString(folder.resolve("b.c"), "int b = CONFIG_B + 1;\n");
    Files.writeString(folder.resolve("d.S"), "#ifdef CONFIG_D\n");
    Files.delete(folder.resolve("a.c"));
    assertThat(shown(store.refresh(CancelToken.NONE, last::set)))
        .hasSize(3)
        .isEqualTo(shown(SourceReader.read(srctree, SPELLING)));
  }

  @Test
  void stopsWhenItIsCancelled() throws Exception {
    VfsPath srctree = VfsPath.of(folder.toRealPath().toString());
    Files.writeString(folder.resolve("a.c"), "int a = CONFIG_A;\n");
    SourceStore store = new SourceStore(srctree, SPELLING);
    assertThatThrownBy(() -> store.refresh(new CancelToken(() -> true), percent -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(store.refresh(CancelToken.NONE, percent -> {}).uses("A")).hasSize(1);
  }
}
