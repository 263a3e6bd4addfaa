package io.assay.standalone.doctor;

import io.assay.standalone.doctor.Doctor.Finding;
import io.assay.standalone.doctor.Doctor.Verdict;
import io.assay.standalone.process.FreePort;

/// The dashboard's port.
final class Network {

  private Network() {}

  static Finding port(int wanted) {
    int free = FreePort.from(wanted);
    return free == wanted
        ? new Finding(Verdict.OK, "Port", wanted + " is free", "")
        : new Finding(Verdict.OK, "Port", wanted + " is taken, " + free + " would be used", "");
  }
}
