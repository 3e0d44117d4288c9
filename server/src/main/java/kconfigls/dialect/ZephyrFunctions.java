package kconfigls.dialect;

import java.util.HashMap;
import java.util.Map;
import kconfigls.dialect.MacroLibrary.Arity;

/** The functions that Zephyr's own Python module adds to Kconfiglib. */
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
      0 255 add add_hex sub sub_hex mul mul_hex div div_hex mod mod_hex inc inc_hex dec dec_hex
      0 255 max max_hex min min_hex substring
      """;

  static final Map<String, Arity> ALL = read();

  private ZephyrFunctions() {}

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
