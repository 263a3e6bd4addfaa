package io.assay.tasks.judge;

/// What one judge thinks of an answer.
///
/// @param judge who thinks so
/// @param rival what the answer was compared with; empty where it was judged alone
/// @param value the rating; 1 or 0 for pass and fail; the share of a win for a comparison
/// @param consistent whether both orders of a comparison gave the same verdict; true where there
///   was only one
/// @param reason the judge's words, shortened
record Opinion(String judge, String rival, double value, boolean consistent, String reason) {}
