package io.assay.dashboard.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorTest {

  private record Settings(Optional<String> token, Optional<List<String>> hosts, boolean open)
      implements AuthConfig {}

  private static void start(String host, String token, boolean open) {
    new Door(host, new Settings(Optional.of(token), Optional.empty(), open))
        .refuse(new StartupEvent());
  }

  @Test
  void anOpenPortToTheNetworkIsRefused() {
    assertThatThrownBy(() -> start("0.0.0.0", "", false))
        .hasMessageContaining("assay.auth.token")
        .hasMessageContaining("assay.auth.open=true");
    assertThatCode(() -> start("0.0.0.0", "secret", false)).doesNotThrowAnyException();
    assertThatCode(() -> start("0.0.0.0", "", true)).doesNotThrowAnyException();
    assertThatCode(() -> start("127.0.0.1", "", false)).doesNotThrowAnyException();
  }

  @Test
  void onlyNamesOfThisMachineAreLoopback() {
    assertThat(Loopback.is("localhost")).isTrue();
    assertThat(Loopback.is("[::1]")).isTrue();
    assertThat(Loopback.is("127.0.0.1")).isTrue();
    assertThat(Loopback.is("127.0.0.1.example.org")).isFalse();
    assertThat(Loopback.is("localhost.example.org")).isFalse();
  }

  @Test
  void addressesOfThePageAreThoseThatAreNoFileAndNoService() {
    assertThat(Pages.isPage("/")).isTrue();
    assertThat(Pages.isPage("/jobs/j1/samples")).isTrue();
    assertThat(Pages.isPage("/models/openai/gpt-4.1")).isTrue();
    assertThat(Pages.isPage("/favicon.svg")).isFalse();
    assertThat(Pages.isPage("/assets/app-1.js")).isFalse();
    assertThat(Pages.isPage("/api/jobs")).isFalse();
    assertThat(Pages.isPage("/q/health")).isFalse();
  }
}
