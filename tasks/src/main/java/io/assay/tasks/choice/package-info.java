/// Questions with answers to choose from: which one is right, which one a model chose. Start at
/// [io.assay.tasks.choice.Choices]. A model chooses by a letter in its text or by how likely it
/// finds each answer; the reference implementations find the letter in quite different ways.
@NullMarked
package io.assay.tasks.choice;

import org.jspecify.annotations.NullMarked;
