package io.assay.evaluator.providers;

import io.assay.contracts.event.ModelRequest.ChatMessage;
import java.util.List;
import java.util.stream.Collectors;

/// How a conversation becomes what a model reads.
enum PromptFormat {

  /// As it is: the server applies the model's own chat template.
  CHAT {
    @Override
    String text(List<ChatMessage> messages) {
      throw new IllegalStateException("a chat is sent as messages");
    }
  },

  /// The texts alone, an empty line between them: for base models, which continue a text.
  PLAIN {
    @Override
    String text(List<ChatMessage> messages) {
      return messages.stream().map(ChatMessage::content).collect(Collectors.joining("\n\n"));
    }
  },

  /// Stanford Alpaca's instructions
  /// ([stanford_alpaca](https://github.com/tatsu-lab/stanford_alpaca#data-release)); a system
  /// message takes the place of the sentence at their beginning.
  ALPACA {
    @Override
    String text(List<ChatMessage> messages) {
      var text = new StringBuilder(system(messages, ALPACA_PREAMBLE));
      for (var message : turns(messages)) {
        boolean answer = message.role().equals("assistant");
        text.append(answer ? "\n\n### Response:\n" : "\n\n### Instruction:\n");
        text.append(message.content());
      }
      return text.append("\n\n### Response:\n").toString();
    }
  },

  /// Llama 2's chat ([Llama 2](https://arxiv.org/abs/2307.09288), and Meta's `llama` code). The
  /// token that begins a text is left to the server.
  LLAMA_2 {
    @Override
    String text(List<ChatMessage> messages) {
      String system = system(messages, "");
      String before = system.isEmpty() ? "" : "<<SYS>>\n" + system + "\n<</SYS>>\n\n";
      var text = new StringBuilder();
      for (var message : turns(messages)) {
        if (message.role().equals("assistant")) {
          text.append(' ').append(message.content().strip()).append(" </s><s>");
        } else {
          text.append("[INST] ").append(before).append(message.content().strip());
          text.append(" [/INST]");
          before = "";
        }
      }
      return text.toString();
    }
  };

  private static final String ALPACA_PREAMBLE =
      "Below is an instruction that describes a task."
          + " Write a response that appropriately completes the request.";

  /// The text that a model without a chat template reads.
  abstract String text(List<ChatMessage> messages);

  private static String system(List<ChatMessage> messages, String absent) {
    return messages.stream()
        .filter(message -> message.role().equals("system"))
        .map(ChatMessage::content)
        .findFirst()
        .orElse(absent);
  }

  private static List<ChatMessage> turns(List<ChatMessage> messages) {
    return messages.stream().filter(message -> !message.role().equals("system")).toList();
  }
}
