package kconfigls.values;

import kconfigls.values.Value.Origin;
import org.jspecify.annotations.Nullable;

/** Settles which member of a choice is set: the language page, C.8 (sym_calc_choice). */
final class Choices {
  private final SymbolValues values;
  private final Conditions conditions;

  Choices(SymbolValues values, Conditions conditions) {
    this.values = values;
    this.conditions = conditions;
  }

  /** Until 6.10: the choice is on, and this finds its member. */
  void choose(ValueSymbol choice) {
    members(choice);
    ValueSymbol wished = choice.userMember;
    choice.chosen =
        wished != null && Tri.value(wished.visible) != Tri.N
            ? wished
            : conditions.visibleDefault(choice);
    if (choice.chosen == null) {
      choice.tri = Tri.N;
    }
  }

  private void members(ValueSymbol choice) {
    for (ValueSymbol member : choice.members) {
      values.visibility(member);
      choice.known &= Tri.isKnown(member.visible);
    }
  }

  /** Since 6.11: settles all members at once; {@code asked} is being computed. */
  void settle(ValueSymbol choice, ValueSymbol asked) {
    choice.known = true;
    members(choice);
    ValueSymbol chosen = chosen(choice);
    for (ValueSymbol member : choice.members) {
      if (Tri.value(member.visible) != Tri.N) {
        member.valid = true;
        member.written = true;
        member.tri = member == chosen ? Tri.Y : Tri.N;
        member.known = choice.known;
        member.origin = Origin.CHOICE;
      }
    }
    asked.known = choice.known && Tri.isKnown(asked.visible);
  }

  private @Nullable ValueSymbol chosen(ValueSymbol choice) {
    for (ValueSymbol member : choice.priority) {
      if (isVisible(member) && member.hasUserValue && member.userTri == Tri.Y) {
        return member;
      }
    }
    ValueSymbol standard = conditions.visibleDefault(choice);
    if (standard != null && !(standard.hasUserValue && standard.userTri == Tri.N)) {
      return standard;
    }
    for (ValueSymbol member : choice.members) {
      if (isVisible(member) && !member.hasUserValue) {
        return member;
      }
    }
    for (ValueSymbol member : choice.priority.reversed()) {
      if (isVisible(member)) {
        return member;
      }
    }
    return null;
  }

  private static boolean isVisible(ValueSymbol member) {
    return Tri.value(member.visible) != Tri.N;
  }
}
