/** Routes of the Funtico platform: look players up, link accounts, grant items and currency. */
@NullMarked
package com.luckyfunatic.server.platform;

import org.jspecify.annotations.NullMarked;
