package com.luckyfunatic.engine.testkit.servers;

/**
 * Where a database of this test class is. MariaDB's JDBC driver creates it on the first connection.
 *
 * @param jdbcUrl complete, with user and password
 * @param database its name, which nobody else uses
 */
public record MySqlAddress(String jdbcUrl, String database) {
    /**
     * From the address of a server, which may have parameters but no database.
     *
     * @throws IllegalArgumentException if {@code server} is no such address
     */
    static MySqlAddress on(String server, String database) {
        if (!server.matches("jdbc:[a-z]+://[^/?]+/?(\\?.*)?")) {
            throw new IllegalArgumentException(
                    "not the address of a server as jdbc:mariadb://host:3306/?user=root: "
                            + server);
        }
        int question = server.indexOf('?');
        var base = question < 0 ? server : server.substring(0, question);
        var parameters = question < 0 ? "" : server.substring(question + 1) + "&";
        return new MySqlAddress(
                (base.endsWith("/") ? base : base + "/")
                        + database
                        + "?"
                        + parameters
                        + "createDatabaseIfNotExist=true",
                database);
    }
}
