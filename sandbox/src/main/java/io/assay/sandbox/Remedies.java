package io.assay.sandbox;

import java.util.List;

/// What to do about what bubblewrap complains of.
final class Remedies {

  private static final List<String> NAMESPACES =
      List.of("namespace", "uid map", "Operation not permitted", "Permission denied");

  private Remedies() {}

  /// A complaint, and how it is mended if that is known.
  static String with(String complaint) {
    boolean namespaces =
        complaint.startsWith("bwrap:") && NAMESPACES.stream().anyMatch(complaint::contains);
    return namespaces
        ? complaint
            + ". This user may not make namespaces here. On Linux allow it (sysctl"
            + " user.max_user_namespaces, kernel.unprivileged_userns_clone=1,"
            + " kernel.apparmor_restrict_unprivileged_userns=0, as far as there are such); in a"
            + " container see “Programs of models” in docs/deploying.md"
        : complaint;
  }
}
