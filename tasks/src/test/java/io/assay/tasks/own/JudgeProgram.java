package io.assay.tasks.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// A user's program, as a user would write it.
final class JudgeProgram {

  private JudgeProgram() {}

  private static void endless() {
    while (!System.out.checkError()) {
      System.out.print("x".repeat(65_536));
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("deaf")) {
      new CountDownLatch(1).await();
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode question = new ObjectMapper().readTree(line);
      boolean equal = question.path("output").asText().equals(question.path("target").asText());
      switch (args[0]) {
        case "refuse" -> System.out.println("{\"error\": \"too hard\"}");
        case "nonsense" -> System.out.println("well");
        case "silent" -> new CountDownLatch(1).await();
        case "chatty" -> System.out.println("{\"value\": 0.25}\n{\"value\": 0.75}");
        case "garbage" -> System.out.write(new byte[] {(byte) 0xff, 0, (byte) 0xc3, 10});
        case "endless" -> endless();
        default ->
            System.out.println(
                "{\"value\": " + (equal ? 1 : 0) + ", \"explanation\": \"compared\"}");
      }
      System.out.flush();
      if (args[0].equals("once")) {
        return;
      }
    }
  }
}
