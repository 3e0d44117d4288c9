/** The ANTLR grammar of Kconfig, its generated lexer and parser, and the lexer's base class. */
package kconfigls.grammar;
