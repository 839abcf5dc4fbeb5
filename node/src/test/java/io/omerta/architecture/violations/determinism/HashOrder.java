package io.omerta.architecture.violations.determinism;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every method makes a table whose order is not specified. */
public final class HashOrder {
    Map<String, String> hashMap() {
        return new HashMap<>();
    }

    Map<String, String> sizedHashMap() {
        return new HashMap<>(16);
    }

    Set<String> hashSet() {
        return new HashSet<>();
    }

    Supplier<Set<String>> reference() {
        return HashSet::new;
    }

    Map<String, String> hashtable() {
        return new Hashtable<>();
    }

    Map<String, String> identity() {
        return new IdentityHashMap<>();
    }

    Map<String, String> weak() {
        return new WeakHashMap<>();
    }

    Map<String, String> concurrent() {
        return new ConcurrentHashMap<>();
    }

    Set<String> setOf() {
        return Set.of("a", "b");
    }

    Set<String> setCopy(List<String> list) {
        return Set.copyOf(list);
    }

    Map<String, String> mapOf() {
        return Map.of("a", "b");
    }

    Map<String, String> mapCopy(Map<String, String> map) {
        return Map.copyOf(map);
    }

    Map<String, String> mapOfEntries() {
        return Map.ofEntries(Map.entry("a", "b"));
    }

    Set<String> toSet(List<String> list) {
        return list.stream().collect(Collectors.toSet());
    }

    Set<String> toUnmodifiableSet(List<String> list) {
        return list.stream().collect(Collectors.toUnmodifiableSet());
    }

    Map<String, String> toMap(List<String> list) {
        return list.stream().collect(Collectors.toMap(s -> s, s -> s));
    }

    Map<String, String> toMergedMap(List<String> list) {
        return list.stream().collect(Collectors.toMap(s -> s, s -> s, (a, b) -> a));
    }

    Map<String, String> toUnmodifiableMap(List<String> list) {
        return list.stream().collect(Collectors.toUnmodifiableMap(s -> s, s -> s));
    }

    ConcurrentMap<String, String> toConcurrentMap(List<String> list) {
        return list.stream().collect(Collectors.toConcurrentMap(s -> s, s -> s));
    }

    Map<String, List<String>> grouping(List<String> list) {
        return list.stream().collect(Collectors.groupingBy(s -> s));
    }

    Map<String, Long> groupingCount(List<String> list) {
        return list.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    }

    ConcurrentMap<String, List<String>> groupingConcurrent(List<String> list) {
        return list.stream().collect(Collectors.groupingByConcurrent(s -> s));
    }
}
