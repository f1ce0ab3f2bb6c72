package org.apache.cassandra.security;

/**
 * Takes the place of Cassandra's class of this name, which cannot be loaded since Java has no
 * security manager any more. Cassandra confines user-defined functions with it; they are off unless
 * switched on, and here they stay off.
 */
public final class ThreadAwareSecurityManager {
    private ThreadAwareSecurityManager() {}

    /** Called by Cassandra when it starts; installs nothing. */
    public static void install() {}
}
