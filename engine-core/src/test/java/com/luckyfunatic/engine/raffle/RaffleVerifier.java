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
        byte[] seed = HexFormat.of().parseHex(one(proof, "\"serverSeed\":\"(\\w+)\""));
        String listHash = sha256(Files.readAllBytes(tickets));
        List<String> left = new ArrayList<>(); // number and holder of each ticket
        boolean isWhole = true; // no number is missing, none is there twice
        for (String line : Files.readAllLines(tickets)) {
            String[] block = line.split(" ", -1); // first number, count, holder
            isWhole &= Integer.parseInt(block[0]) == left.size() + 1;
            for (int i = Integer.parseInt(block[1]); i > 0; i--) {
                left.add(left.size() + 1 + " " + block[2]);
            }
        }
        isWhole &= left.size() == Integer.parseInt(one(proof, "\"tickets\":(\\d+)"));
        int places = Integer.parseInt(one(proof, "\"places\":(\\d+)"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < places && !left.isEmpty()) {
            byte[] number =
                    mac.doFinal(
                            (listHash + ":" + (drawn.size() + 1))
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            int at =
                    new java.math.BigInteger(1, number)
                            .mod(java.math.BigInteger.valueOf(left.size()))
                            .intValue();
            drawn.add(left.remove(at));
        }
        List<String> claimed =
                all(proof, "\"ticket\":(\\d+(?:,\"holder\":\"\\w+)?)").stream()
                        .map(each -> each.replace(",\"holder\":\"", " "))
                        .toList();
        boolean isSeed = one(proof, "\"commitment\":\"(\\w+)\"").equals(sha256(seed));
        boolean isList = isWhole && one(proof, "\"listHash\":\"(\\w+)\"").equals(listHash);
        boolean areWinners = places > 0 && drawn.equals(claimed);
        return "seed " + isSeed + ", list " + isList + ", winners " + areWinners;
    }

    private static String one(String text, String pattern) {
        List<String> found = all(text, pattern);
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " times in the proof: " + pattern);
        }
        return found.getFirst();
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
