package com.luckyfunatic.server.config;

/** Importance of log lines, most important first. */
public enum LogLevel {
    /** Something failed that nobody expected. */
    ERROR,
    /** Something to look at. */
    WARN,
    /** What the server does. */
    INFO,
    /** How it does it. */
    DEBUG
}
