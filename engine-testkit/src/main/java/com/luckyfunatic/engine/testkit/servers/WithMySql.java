package com.luckyfunatic.engine.testkit.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a database on a MySQL-compatible server (MySQL 8 as a container, MariaDB as a
 * child process): a parameter of type {@link MySqlAddress} says where. The setting is {@code
 * FUNATIC_TEST_MYSQL}, a JDBC address without a database, such as {@code
 * jdbc:mariadb://host:3306/?user=root&password=secret}; its user must be allowed to create
 * databases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
public @interface WithMySql {}
