/** What goes by way of a server, under an operator's own name. */
@NullMarked
package com.luckyfunatic.admin.server;

import org.jspecify.annotations.NullMarked;
