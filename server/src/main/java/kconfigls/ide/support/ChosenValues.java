package kconfigls.ide.support;

import kconfigls.model.ProjectModel;
import kconfigls.values.Evaluation;

/**
 * The values under the configuration that is chosen.
 *
 * @param configuration the name of its file, for people
 */
public record ChosenValues(ProjectModel model, String configuration, Evaluation evaluation) {}
