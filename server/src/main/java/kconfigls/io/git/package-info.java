/**
 * Reads git repositories without git: the files of a work tree, and what has changed since a
 * revision. Nothing is started, fetched or written, and of a repository's configuration only the
 * format of its objects and refs and the upstream of a branch count.
 */
@NullMarked
package kconfigls.io.git;

import org.jspecify.annotations.NullMarked;
