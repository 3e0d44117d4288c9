package kconfigls.rules;

import java.util.List;

/** The fixes of a finding, worked out when somebody asks; the best comes first. */
public interface Fixes {
  Fixes NONE = List::of;

  List<Fix> all();
}
