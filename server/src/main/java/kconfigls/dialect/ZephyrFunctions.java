package kconfigls.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kconfigls.dialect.MacroLibrary.Arity;
import kconfigls.outline.PythonNumbers;

/**
 * The functions that Zephyr's own Python module adds to Kconfiglib: scripts/kconfig/
 * kconfigfunctions.py. Those that ask a devicetree have no value here.
 */
final class ZephyrFunctions {
  /** Lines of a least and a most number of arguments with the functions that take them. */
  private static final String TABLE =
      """
      0 0 dt_gpio_hogs_enabled
      1 1 dt_has_compat dt_compat_enabled dt_chosen_label dt_chosen_enabled dt_chosen_path
      1 1 dt_path_enabled dt_alias_enabled dt_nodelabel_enabled dt_nodelabel_path dt_node_parent
      1 1 normalize_upper shields_list_contains
      2 2 dt_compat_on_bus dt_chosen_has_compat dt_nodelabel_enabled_with_compat
      2 2 dt_node_bool_prop dt_nodelabel_bool_prop dt_chosen_bool_prop dt_node_has_prop
      2 2 dt_nodelabel_has_prop dt_nodelabel_has_compat dt_node_has_compat
      1 3 dt_chosen_reg_addr_int dt_chosen_reg_addr_hex dt_chosen_reg_size_int
      1 3 dt_chosen_reg_size_hex dt_node_reg_addr_int dt_node_reg_addr_hex dt_node_reg_size_int
      1 3 dt_node_reg_size_hex dt_nodelabel_reg_addr_int dt_nodelabel_reg_addr_hex
      1 3 dt_nodelabel_reg_size_int dt_nodelabel_reg_size_hex dt_chosen_partition_addr_int
      1 3 dt_chosen_partition_addr_hex
      2 3 dt_node_int_prop_int dt_node_int_prop_hex
      3 3 dt_node_str_prop_equals dt_nodelabel_array_prop_has_val
      3 4 dt_node_array_prop_int dt_node_array_prop_hex
      4 5 dt_node_ph_array_prop_int dt_node_ph_array_prop_hex
      0 255 dt_compat_any_has_prop dt_compat_any_on_bus dt_compat_all_has_prop dt_chosen_partition
      0 255 dt_node_ph_prop_path dt_nodelabel_exists dt_nodelabel_int_prop dt_compat_count
      1 255 add add_hex sub sub_hex mul mul_hex div div_hex mod mod_hex inc inc_hex dec dec_hex
      1 255 max max_hex min min_hex
      2 3 substring
      """;

  static final Map<String, Arity> ALL = read();

  private static final int DECIMAL = 10;
  private static final String HEX = "_hex";

  /** More than any address has, so that a file cannot make numbers without end. */
  private static final int MOST_BITS = 4096;

  /** Digits enough for the nearest double. */
  private static final MathContext EXACT_ENOUGH = new MathContext(40);

  private ZephyrFunctions() {}

  /**
   * What a function gives, called with as many arguments as it takes; empty if only a build knows
   * it, or if Python would stop with an error.
   *
   * @param environment of the build
   */
  static Optional<String> value(
      String name, List<String> arguments, Map<String, String> environment) {
    return switch (name) {
      case "normalize_upper" ->
          Optional.of(
              arguments.getFirst().replaceAll("[^a-zA-Z0-9_]", "_").toUpperCase(Locale.ROOT));
      case "substring" -> substring(arguments);
      case "shields_list_contains" ->
          Optional.ofNullable(environment.get("SHIELD_AS_LIST"))
              .map(list -> List.of(list.split(";", -1)).contains(arguments.getFirst()) ? "y" : "n");
      default -> name.startsWith("dt_") ? Optional.empty() : arithmetic(name, arguments);
    };
  }

  /** A part of a text as Python's slices have it: by code points, from the end where negative. */
  private static Optional<String> substring(List<String> arguments) {
    int[] text = arguments.getFirst().codePoints().toArray();
    Optional<Integer> start = place(arguments.get(1), text.length);
    Optional<Integer> end =
        arguments.size() > 2 ? place(arguments.get(2), text.length) : Optional.of(text.length);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    int from = start.get();
    return Optional.of(new String(text, from, Math.max(0, end.get() - from)));
  }

  private static Optional<Integer> place(String number, int length) {
    BigInteger size = BigInteger.valueOf(length);
    return PythonNumbers.parseInt(number, DECIMAL)
        .map(at -> at.signum() < 0 ? at.add(size) : at)
        .map(at -> at.max(BigInteger.ZERO).min(size).intValueExact());
  }

  private static Optional<String> arithmetic(String name, List<String> arguments) {
    boolean hex = name.endsWith(HEX);
    String operation = hex ? name.substring(0, name.length() - HEX.length()) : name;
    List<BigInteger> numbers = new ArrayList<>();
    for (String argument : arguments) {
      for (String part : argument.split(",", -1)) {
        Optional<BigInteger> number = PythonNumbers.parseInt(part, 0);
        if (number.isEmpty() || number.get().bitLength() > MOST_BITS) {
          return Optional.empty();
        }
        numbers.add(number.get());
      }
    }
    if (operation.equals("inc") || operation.equals("dec")) {
      BigInteger by = operation.equals("inc") ? BigInteger.ONE : BigInteger.ONE.negate();
      return Optional.of(
          numbers.stream().map(n -> print(n.add(by), hex)).collect(Collectors.joining(",")));
    }
    Optional<BigInteger> result =
        operation.equals("div") ? quotient(numbers) : reduced(operation, numbers);
    return result
        .filter(number -> number.bitLength() <= MOST_BITS)
        .map(number -> print(number, hex));
  }

  private static Optional<BigInteger> reduced(String operation, List<BigInteger> numbers) {
    BigInteger result = numbers.getFirst();
    for (BigInteger next : numbers.subList(1, numbers.size())) {
      boolean divides = operation.equals("mod");
      if ((divides && next.signum() == 0) || result.bitLength() > MOST_BITS) {
        return Optional.empty();
      }
      result =
          switch (operation) {
            case "add" -> result.add(next);
            case "sub" -> result.subtract(next);
            case "mul" -> result.multiply(next);
            case "max" -> result.max(next);
            case "min" -> result.min(next);
            case "mod" -> result.subtract(next.multiply(floor(result, next)));
            default -> throw new IllegalArgumentException(operation);
          };
    }
    return Optional.of(result);
  }

  private static BigInteger floor(BigInteger number, BigInteger by) {
    BigInteger[] parts = number.divideAndRemainder(by);
    boolean below = parts[1].signum() != 0 && parts[1].signum() != by.signum();
    return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** Python divides as floats, one number after the other, and cuts the fraction off at the end. */
  private static Optional<BigInteger> quotient(List<BigInteger> numbers) {
    if (numbers.size() == 1) {
      return Optional.of(numbers.getFirst());
    }
    if (numbers.stream().skip(1).anyMatch(number -> number.signum() == 0)) {
      return Optional.empty();
    }
    BigDecimal first = new BigDecimal(numbers.getFirst());
    double result = first.divide(new BigDecimal(numbers.get(1)), EXACT_ENOUGH).doubleValue();
    for (BigInteger next : numbers.subList(2, numbers.size())) {
      result /= next.doubleValue();
    }
    return Double.isInfinite(result)
        ? Optional.empty()
        : Optional.of(new BigDecimal(result).toBigInteger());
  }

  private static String print(BigInteger number, boolean hex) {
    String sign = number.signum() < 0 ? "-0x" : "0x";
    return hex ? sign + number.abs().toString(16) : number.toString();
  }

  private static Map<String, Arity> read() {
    Map<String, Arity> all = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ");
      Arity arity = new Arity(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
      for (int i = 2; i < words.length; i++) {
        all.put(words[i], arity);
      }
    }
    return Map.copyOf(all);
  }
}
