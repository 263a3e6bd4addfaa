package io.assay.producer.catalog;

import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.producer.ProducerConfig;
import io.assay.producer.kafka.CardOrigin;
import io.assay.producer.kafka.EventLog;
import io.assay.producer.kafka.TopicReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/// The catalogue as it stands, in memory, from its topic. Safe for use by several threads.
@ApplicationScoped
public class Catalog implements Cards {

  private static final System.Logger LOG = System.getLogger(Catalog.class.getName());
  private static final int AFTER_CHANNELS = 2000;
  private static final int PATIENCE_SECONDS = 30;

  private final ProducerConfig config;
  private final TopicReader reader;
  private final EventLog log;
  private final NavigableMap<String, ModelCard> cards = new ConcurrentSkipListMap<>();
  private final CountDownLatch loaded = new CountDownLatch(1);
  private volatile boolean stopping;

  Catalog(ProducerConfig config, TopicReader reader, EventLog log) {
    this.config = config;
    this.reader = reader;
    this.log = log;
  }

  /// The catalogue could not be read in time; the message says so to a person.
  public static final class NotLoaded extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotLoaded() {
      super("the catalogue of models is not loaded yet; is the Kafka cluster well? Try again");
    }
  }

  void start(@Observes @Priority(AFTER_CHANNELS) StartupEvent start) {
    Thread.ofPlatform().name("catalogue").daemon().start(this::loadUntilItWorks);
  }

  void stop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  private void loadUntilItWorks() {
    while (!stopping && loaded.getCount() > 0) {
      try {
        load();
        loaded.countDown();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "the catalogue could not be loaded, trying again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /// Reads the topic, then writes those cards of the files that are not there, or that an earlier
  /// file wrote differently.
  private void load() {
    Set<String> ofPersons = new HashSet<>();
    var present = new HashMap<String, ModelCard>();
    reader.readAll(
        Topics.MODELS,
        new EventDeserializer.OfCatalogEntry(),
        (record, entry) -> {
          if (entry == null) {
            present.remove(record.key());
          } else {
            present.put(record.key(), entry.card());
          }
          boolean file = CardOrigin.isFile(record.headers());
          boolean _ = file ? ofPersons.remove(record.key()) : ofPersons.add(record.key());
        });
    cards.putAll(present);
    for (var card : files().values()) {
      if (!ofPersons.contains(card.id()) && !card.equals(present.get(card.id()))) {
        cards.put(card.id(), card);
        log.write(card.id(), new CatalogEntry(card), CardOrigin.FILE);
      }
    }
  }

  /// Cards of the operator's own folder replace those that come with Assay.
  private Map<String, ModelCard> files() {
    var files = new LinkedHashMap<String, ModelCard>();
    CardFiles.shipped().forEach(card -> files.put(card.id(), card));
    config
        .catalogDir()
        .ifPresent(folder -> CardFiles.of(folder).forEach(card -> files.put(card.id(), card)));
    return files;
  }

  /// card → table.
  @Incoming("producer-models")
  void handle(ConsumerRecord<String, CatalogEntry> record) {
    CatalogEntry entry = record.value();
    if (entry == null) {
      cards.remove(record.key());
    } else {
      cards.put(record.key(), entry.card());
    }
  }

  private NavigableMap<String, ModelCard> cards() {
    try {
      if (!loaded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new NotLoaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotLoaded();
    }
    return cards;
  }

  /// Whether it has been read.
  public boolean isLoaded() {
    return loaded.getCount() == 0;
  }

  /// A model's card.
  ///
  /// @throws NotLoaded where the catalogue cannot be read
  @Override
  public Optional<ModelCard> find(String id) {
    return Optional.ofNullable(cards().get(id));
  }

  @Override
  public Collection<String> ids() {
    return cards().keySet();
  }

  /// All cards in the order of their ids.
  public Collection<ModelCard> all() {
    return cards().values();
  }

  /// Writes a card for good: no file replaces it.
  public void put(ModelCard card) {
    cards();
    log.write(card.id(), new CatalogEntry(card), CardOrigin.PERSON);
    cards.put(card.id(), card);
  }

  /// Removes a card.
  ///
  /// @return the card that was there
  public @Nullable ModelCard remove(String id) {
    var removed = cards().get(id);
    if (removed != null) {
      log.write(id, null, CardOrigin.PERSON);
      cards.remove(id);
    }
    return removed;
  }
}
