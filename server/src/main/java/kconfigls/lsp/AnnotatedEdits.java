package kconfigls.lsp;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the annotation of a text edit, which LSP4J leaves out because its lists hold plain ones.
 */
final class AnnotatedEdits implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().equals(TextEdit.class)) {
      return null;
    }
    TypeAdapter<TextEdit> plain = gson.getDelegateAdapter(this, TypeToken.get(TextEdit.class));
    TypeAdapter<AnnotatedTextEdit> annotated = gson.getAdapter(AnnotatedTextEdit.class);
    return (TypeAdapter<T>)
        new TypeAdapter<TextEdit>() {
          @Override
          public void write(JsonWriter out, TextEdit edit) throws IOException {
            if (edit instanceof AnnotatedTextEdit withAnnotation) {
              annotated.write(out, withAnnotation);
            } else {
              plain.write(out, edit);
            }
          }

          @Override
          public TextEdit read(JsonReader in) throws IOException {
            return plain.read(in);
          }
        };
  }
}
