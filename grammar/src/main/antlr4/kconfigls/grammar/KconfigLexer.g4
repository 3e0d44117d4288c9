// Kconfig, a superset of all dialects. A keyword is a keyword only as the first word of a line; the
// modes follow the line: DEFAULT_MODE stands before its first word, LINE after it, PATH after
// `source`, VALUE after an assignment's operator. What cannot be said with tables (nested macros,
// strings, help text) is scanned by KconfigLexerBase.
lexer grammar KconfigLexer;

options { superClass = KconfigLexerBase; }

tokens { ASSIGN_VALUE, HELP_TEXT, TOO_DEEP, WORD, STRING, NL, OPERATOR }

S_BLANK : [ \t]+ -> skip ;
S_JOIN : '\\' '\r'? '\n' { continuation(); } -> skip ;
S_NL : '\r'? '\n' { newLine(); } -> skip ;
S_COMMENT : '#' ~[\n]* { restOfLine(); } -> skip ;

MAINMENU : 'mainmenu' -> mode(LINE) ;
CONFIG : 'config' -> mode(LINE) ;
MENUCONFIG : 'menuconfig' -> mode(LINE) ;
CONFIGDEFAULT : 'configdefault' -> mode(LINE) ;
CHOICE : 'choice' -> mode(LINE) ;
ENDCHOICE : 'endchoice' -> mode(LINE) ;
MENU : 'menu' -> mode(LINE) ;
ENDMENU : 'endmenu' -> mode(LINE) ;
IF_BLOCK : 'if' -> mode(LINE) ;
ENDIF : 'endif' -> mode(LINE) ;
COMMENT : 'comment' -> mode(LINE) ;
SOURCE : ('o' | 'r' | 'or' | 'g' | 'gr')? 'source' -> mode(PATH) ;
TYPE : ('bool' | 'boolean' | 'tristate' | 'int' | 'hex' | 'string' | 'float') -> mode(LINE) ;
DEF_TYPE : 'def_' ('bool' | 'boolean' | 'tristate' | 'int' | 'hex' | 'string') -> mode(LINE) ;
PROMPT : 'prompt' -> mode(LINE) ;
DEFAULT : 'default' -> mode(LINE) ;
DEPENDS : ('depends' | 'requires') -> mode(LINE) ;
SELECT : ('select' | 'imply' | 'enable') -> mode(LINE) ;
RANGE : 'range' -> mode(LINE) ;
VISIBLE : 'visible' -> mode(LINE) ;
OPTION : 'option' -> mode(LINE) ;
FLAG : ('modules' | 'optional' | 'transitional') -> mode(LINE) ;
RESET : 'reset' -> mode(LINE) ;
SET : 'set' -> mode(LINE) ;
WARNING : 'warning' -> mode(LINE) ;
HELP : ('help' | '---help---') -> mode(LINE) ;

S_WORD : WORD_CHAR+ -> type(WORD), mode(LINE) ;
S_MACRO : WORD_CHAR* '$' { macroWord(); } -> type(WORD), mode(LINE) ;
S_STRING : ["'] { stringBody(); } -> type(STRING), mode(LINE) ;
S_OR : '||' -> type(OR), mode(LINE) ;
S_AND : '&&' -> type(AND), mode(LINE) ;
S_OPERATOR : ('!=' | '<=' | '>=' | [=<>!()] | ':=' | '+=') -> type(OPERATOR), mode(LINE) ;
S_BAD_JOIN : '\\' [ \t\r]* { unsupported(); } -> skip ;
S_UNSUPPORTED : . { unsupported(); } -> skip ;

fragment WORD_CHAR : [A-Za-z0-9_./-] ;

mode LINE ;
L_BLANK : [ \t]+ -> skip ;
L_JOIN : '\\' '\r'? '\n' { continuation(); } -> skip ;
L_NL : '\r'? '\n' { newLine(); } -> type(NL), mode(DEFAULT_MODE) ;
L_COMMENT : '#' ~[\n]* { restOfLine(); } -> skip ;
IF : 'if' ;
ON : 'on' ;
L_WORD : WORD_CHAR+ -> type(WORD) ;
L_MACRO : WORD_CHAR* '$' { macroWord(); } -> type(WORD) ;
L_STRING : ["'] { stringBody(); } -> type(STRING) ;
OR : '||' ;
AND : '&&' ;
EQ : '=' ;
NE : '!=' ;
LT : '<' ;
LE : '<=' ;
GT : '>' ;
GE : '>=' ;
NOT : '!' ;
LPAREN : '(' { openParen(); } ;
RPAREN : ')' { closeParen(); } ;
COLON_EQ : ':=' ;
PLUS_EQ : '+=' ;
L_BAD_JOIN : '\\' [ \t\r]* { unsupported(); } -> skip ;
L_UNSUPPORTED : . { unsupported(); } -> skip ;

mode PATH ;
P_BLANK : [ \t]+ -> skip ;
P_JOIN : '\\' '\r'? '\n' { continuation(); } -> skip ;
P_NL : '\r'? '\n' { newLine(); } -> type(NL), mode(DEFAULT_MODE) ;
P_COMMENT : '#' ~[\n]* { restOfLine(); } -> skip ;
P_STRING : ["'] { stringBody(); } -> type(STRING), mode(LINE) ;
P_MACRO : PATH_CHAR* '$' { macroPath(); } -> type(WORD), mode(LINE) ;
P_WORD : PATH_CHAR+ -> type(WORD), mode(LINE) ;
P_UNSUPPORTED : . { unsupported(); } -> skip ;

fragment PATH_CHAR : ~[ \t\r\n"'#$\\] ;

mode VALUE ;
V_BLANK : [ \t]+ -> skip ;
V_NL : '\r'? '\n' { newLine(); } -> type(NL), mode(DEFAULT_MODE) ;
V_TEXT : ~[ \t\r\n] ~[\n]* { restOfLine(); } -> type(ASSIGN_VALUE) ;
V_OTHER : . { unsupported(); } -> skip ;
