package com.luckyfunatic.server.ton;

/**
 * The state that a contract begins with; its hash is the contract's address.
 *
 * @param root the cell that holds it
 * @param code the contract's program
 * @param data what the program remembers
 */
record StateInit(Cell root, Cell code, Cell data) {
    /** No split depth, not special, code, data, no libraries: the only kind that wallets have. */
    private static final boolean[] KIND = {false, false, true, true, false};

    /**
     * Returns the state that {@code bag} is the bag of cells of.
     *
     * @throws IllegalArgumentException when it is none
     */
    static StateInit read(byte[] bag) {
        Cell root = BagOfCells.read(bag);
        if (root.bits() != KIND.length || root.references().size() != 2) {
            throw new IllegalArgumentException("is no first state of a wallet");
        }
        for (int i = 0; i < KIND.length; i++) {
            if (root.bit(i) != KIND[i]) {
                throw new IllegalArgumentException("is no first state of a wallet");
            }
        }
        return new StateInit(root, root.references().getFirst(), root.references().getLast());
    }
}
