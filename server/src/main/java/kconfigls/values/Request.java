package kconfigls.values;

import org.jspecify.annotations.Nullable;

/**
 * What configuration files ask a symbol to be, in the one line that counts.
 *
 * @param symbol without the prefix
 * @param text the value asked for, without quotes
 * @param place the line
 * @param isDefault whether the line is marked as a default value, which gives way to all others
 * @param unasked the value that the symbol would have if nothing asked for one, all others being
 *     what they are; null if that is not known
 */
public record Request(
    String symbol, String text, Place place, boolean isDefault, @Nullable String unasked) {}
