package io.assay.tasks.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// trec_eval's measures of one query's ranking (release 9.0.8, `m_*.c`). A document is relevant
/// from grade 1 on; grades below 0 mean that a document was looked at but not judged. Without a
/// relevant document every measure is 0.
public final class TrecMeasures {

  private static final int RELEVANT = 1;

  /// What trec_eval takes for a document that nobody looked at.
  private static final long NOT_POOLED = -2;

  private static final long NOT_JUDGED = -1;
  private static final double GEOMETRIC_FLOOR = 1e-5;
  private static final double INFERRED_EPSILON = 1e-5;
  private static final double RELEASE_9_ROUNDING = 0.9;

  private final long[] grades;
  private final List<Long> idealGrades;
  private final int relevant;
  private final int judgedIrrelevant;

  /// A ranking with its judgements.
  ///
  /// @param ranked ids of documents, the best first
  /// @param judgements grades by id
  public TrecMeasures(List<String> ranked, Map<String, Long> judgements) {
    grades = ranked.stream().mapToLong(id -> judgements.getOrDefault(id, NOT_POOLED)).toArray();
    idealGrades =
        judgements.values().stream()
            .filter(grade -> grade > 0)
            .sorted(Comparator.reverseOrder())
            .toList();
    relevant = count(judgements, RELEVANT, Long.MAX_VALUE);
    judgedIrrelevant = count(judgements, 0, RELEVANT - 1);
  }

  private static int count(Map<String, Long> judgements, long least, long most) {
    return (int)
        judgements.values().stream().filter(grade -> grade >= least && grade <= most).count();
  }

  /// How many documents were retrieved (`num_ret`).
  public int retrieved() {
    return grades.length;
  }

  /// How many documents are relevant (`num_rel`).
  public int relevant() {
    return relevant;
  }

  /// How many relevant documents were retrieved (`num_rel_ret`).
  public int hits() {
    return hits(grades.length);
  }

  private int hits(int cutoff) {
    int hits = 0;
    for (int i = 0; i < Math.min(cutoff, grades.length); i++) {
      hits += grades[i] >= RELEVANT ? 1 : 0;
    }
    return hits;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /// The share of relevant documents among the first ones (`P_k`), also where there are fewer.
  public double precision(int cutoff) {
    return (double) hits(cutoff) / cutoff;
  }

  /// The share of the relevant documents that are among the first ones (`recall_k`).
  public double recall(int cutoff) {
    return share(hits(cutoff), relevant);
  }

  /// Whether there is a relevant document among the first ones (`success_k`): 1 or 0.
  public double success(int cutoff) {
    return hits(cutoff) > 0 ? 1 : 0;
  }

  /// Average precision over the first documents, divided by all relevant ones (`map_cut_k`).
  public double averagePrecision(int cutoff) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < Math.min(cutoff, grades.length); i++) {
      if (grades[i] >= RELEVANT) {
        found++;
        sum += found / (i + 1.0);
      }
    }
    return share(sum, relevant);
  }

  /// Average precision (`map`).
  public double averagePrecision() {
    return averagePrecision(grades.length);
  }

  /// The logarithm of [#averagePrecision], for geometric means (`gm_map`).
  public double logAveragePrecision() {
    return Math.log(Math.max(averagePrecision(), GEOMETRIC_FLOOR));
  }

  /// Precision at as many documents as are relevant (`Rprec`).
  public double rPrecision() {
    return share(hits(relevant), relevant);
  }

  /// The reciprocal of the first relevant document's rank (`recip_rank`).
  public double reciprocalRank() {
    return reciprocalRank(grades.length);
  }

  /// The same of the first ones only.
  public double reciprocalRank(int cutoff) {
    for (int i = 0; i < Math.min(cutoff, grades.length); i++) {
      if (grades[i] >= RELEVANT) {
        return 1 / (i + 1.0);
      }
    }
    return 0;
  }

  /// Preference of relevant over judged irrelevant documents (`bpref`).
  public double preference() {
    double sum = 0;
    int irrelevant = 0;
    for (long grade : grades) {
      if (grade == 0) {
        irrelevant++;
      } else if (grade != NOT_POOLED && grade != NOT_JUDGED) {
        int before = Math.min(irrelevant, relevant);
        sum += before == 0 ? 1 : 1 - (double) before / Math.min(judgedIrrelevant, relevant);
      }
    }
    return share(sum, relevant);
  }

  /// Average precision, inferred where not all documents are judged (`infAP`).
  public double inferredAveragePrecision() {
    double sum = 0;
    int found = 0;
    int irrelevant = 0;
    int unjudged = 0;
    for (int i = 0; i < grades.length; i++) {
      if (grades[i] == NOT_JUDGED) {
        unjudged++;
      } else if (grades[i] == 0) {
        irrelevant++;
      } else if (grades[i] != NOT_POOLED) {
        sum += i == 0 ? 1 : inferred(i, found, irrelevant, unjudged);
        found++;
      }
    }
    return share(sum, relevant);
  }

  private static double inferred(double above, int found, int irrelevant, int unjudged) {
    double pooled = (found + irrelevant + unjudged) / above;
    double precision = (found + INFERRED_EPSILON) / (found + irrelevant + 2 * INFERRED_EPSILON);
    return 1 / (above + 1) + above / (above + 1) * pooled * precision;
  }

  /// The best precision at or beyond 0, 10, …, 100 % recall (`iprec_at_recall`). As in trec_eval,
  /// the first is not a number where nothing was retrieved.
  public List<Double> interpolatedPrecisions() {
    return interpolatedPrecisions(RELEASE_9_ROUNDING);
  }

  /// The same as release 10 has it, which rounds numbers of documents to the nearest.
  public List<Double> roundedInterpolatedPrecisions() {
    return interpolatedPrecisions(0.5);
  }

  private List<Double> interpolatedPrecisions(double rounding) {
    var precisions = new ArrayList<Double>();
    for (int tenth = 0; tenth <= 10; tenth++) {
      precisions.add(bestFrom((int) (tenth / 10.0 * relevant + rounding)));
    }
    return precisions;
  }

  /// The best precision at a rank by which so many relevant documents were found.
  private double bestFrom(int least) {
    double best = grades.length == 0 && least == 0 ? Double.NaN : 0;
    int found = 0;
    for (int i = 0; i < grades.length; i++) {
      found += grades[i] >= RELEVANT ? 1 : 0;
      if (found >= least && found > 0) {
        best = Math.max(best, found / (i + 1.0));
      }
    }
    return best;
  }

  /// The mean of [#interpolatedPrecisions] (`11pt_avg`).
  public double elevenPointAverage() {
    return interpolatedPrecisions().stream().reduce(0.0, Double::sum) / 11;
  }

  /// Normalised discounted cumulative gain of all retrieved documents (`ndcg`): the gain is the
  /// grade, the discount log2(rank + 1).
  public double ndcg() {
    return ndcg(Integer.MAX_VALUE);
  }

  /// The same of the first documents, against the best that these could give (`ndcg_cut_k`).
  public double ndcg(int cutoff) {
    double ideal = 0;
    for (int i = 0; i < Math.min(cutoff, idealGrades.size()); i++) {
      ideal += idealGrades.get(i) / Log2.of(i + 2);
    }
    double gain = 0;
    for (int i = 0; i < Math.min(cutoff, grades.length); i++) {
      gain += grades[i] > 0 ? grades[i] / Log2.of(i + 2) : 0;
    }
    return share(gain, ideal);
  }

  /// The share of relevant documents among all retrieved ones (`set_P`).
  public double setPrecision() {
    return share(hits(), grades.length);
  }

  /// The share of relevant documents that were retrieved (`set_recall`).
  public double setRecall() {
    return share(hits(), relevant);
  }

  /// The harmonic mean of [#setPrecision] and [#setRecall] (`set_F`).
  public double setF() {
    return share(2 * setPrecision() * setRecall(), setPrecision() + setRecall());
  }
}
