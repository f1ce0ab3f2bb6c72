package com.luckyfunatic.engine.operator;

/**
 * What is stored of an operator's credential: enough to recognise it, too little to use it.
 *
 * @param value algorithm, settings, salt and hash as one text, such as {@code
 *     $argon2id$v=19$m=19456,t=2,p=1$…$…}; 1 to {@value #LENGTH_MAX} printable ASCII characters
 *     without spaces
 */
public record CredentialHash(String value) {
    /** The longest text, in characters. */
    public static final int LENGTH_MAX = 200;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public CredentialHash {
        boolean printable = value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (value.isEmpty() || value.length() > LENGTH_MAX || !printable) {
            throw new IllegalArgumentException("a credential's hash is out of form");
        }
    }

    /** Says nothing of it: it gives a thief something to try guesses on. */
    @Override
    public String toString() {
        return "CredentialHash[…]";
    }
}
