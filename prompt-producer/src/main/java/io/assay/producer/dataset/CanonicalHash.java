package io.assay.producer.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A row's identity where it has no id: SHA-256 of its JSON with sorted keys, so that neither the
/// order of rows nor that of keys matters.
public final class CanonicalHash {

  private static final int BYTES = 10;
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalHash() {}

  /// The first 20 hexadecimal digits of the hash.
  public static String of(JsonNode row) {
    return HexFormat.of().formatHex(sha256(canonical(row)), 0, BYTES);
  }

  /// A number that orders ids at random, by seed.
  static long rank(long seed, String id) {
    return ByteBuffer.wrap(sha256(seed + "/" + id)).getLong();
  }

  /// 64 bits of a text's hash, to find repeated ids in little memory.
  public static long bits(String text) {
    return ByteBuffer.wrap(sha256(text)).getLong();
  }

  static String canonical(JsonNode row) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(row, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read cannot be written", e);
    }
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
