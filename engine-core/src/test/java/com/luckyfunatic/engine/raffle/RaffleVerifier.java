package com.luckyfunatic.engine.raffle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Run it with {@code java RaffleVerifier.java proof.json tickets.txt}; it needs nothing else. */
final class RaffleVerifier {
    public static void main(String[] args) throws Exception {
        System.out.println(check(Files.readString(Path.of(args[0])), Path.of(args[1])));
    }

    static String check(String proof, Path tickets) throws Exception {
        byte[] seed = HexFormat.of().parseHex(all(proof, "\"serverSeed\":\"(\\w+)\"").getFirst());
        String listHash = sha256(Files.readAllBytes(tickets));
        List<Integer> left = new ArrayList<>();
        for (String line : Files.readAllLines(tickets)) {
            String[] block = line.split(" ", -1); // first number, count, holder
            for (int i = 0; i < Integer.parseInt(block[1]); i++) {
                left.add(Integer.parseInt(block[0]) + i);
            }
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        List<String> claimed = all(proof, "\"ticket\":(\\d+)");
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < claimed.size()) {
            byte[] number =
                    mac.doFinal(
                            (listHash + ":" + (drawn.size() + 1))
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            int at =
                    new java.math.BigInteger(1, number)
                            .mod(java.math.BigInteger.valueOf(left.size()))
                            .intValue();
            drawn.add(left.get(at).toString());
            left.subList(at, at + 1).clear();
        }
        boolean isSeed = all(proof, "\"commitment\":\"(\\w+)\"").contains(sha256(seed));
        boolean isList = all(proof, "\"listHash\":\"(\\w+)\"").contains(listHash);
        return "seed " + isSeed + ", list " + isList + ", winners " + drawn.equals(claimed);
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
