package com.luckyfunatic.admin.server;

/** Text of others, without what a terminal would obey. */
public final class Printable {
    private Printable() {}

    /** Returns {@code text} with {@code ?} in the place of control characters but line ends. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            shown.append(Character.isISOControl(each) && each != '\n' && each != '\r' ? '?' : each);
        }
        return shown.toString();
    }
}
