// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/vat_id_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>

// The check digits follow the European Commission's "VIES – VAT number algorithms" and, for GB, CH
// and NO, the rules that HMRC, the Swiss UID register and Brønnøysundregistrene publish.

namespace tenantry {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

bool areDigits(std::string_view s) { return std::all_of(s.begin(), s.end(), isDigit); }

bool areDigits(std::string_view s, std::size_t count) { return s.size() == count && areDigits(s); }

int at(std::string_view s, std::size_t i) { return s[i] - '0'; }

/// Of at most 18 digits.
std::int64_t number(std::string_view s) {
  std::int64_t value = 0;
  for (const char c : s)
    value = value * 10 + (c - '0');
  return value;
}

int weighted(std::string_view s, std::initializer_list<int> weights) {
  int sum = 0;
  std::size_t i = 0;
  for (const int weight : weights)
    sum += weight * at(s, i++);
  return sum;
}

/// Digits with every second doubled from the right, the last one single; the digits of products
/// added.
int luhnSum(std::string_view s) {
  int sum = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const int product = at(s, i) * ((s.size() - i) % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum;
}

bool isLuhn(std::string_view s) { return luhnSum(s) % 10 == 0; }

/// ISO 7064 mod 11,10.
bool isMod1110(std::string_view s) {
  int check = 5;
  for (const char c : s)
    check = ((check != 0 ? check : 10) * 2 % 11 + (c - '0')) % 10;
  return check == 1;
}

bool isAustrian(std::string_view s) {
  if (s.size() != 9 || s[0] != 'U' || !areDigits(s.substr(1)))
    return false;
  return (luhnSum(s.substr(1, 7)) + 4 + at(s, 8)) % 10 == 0;
}

bool isBelgian(std::string_view s) {
  return areDigits(s, 10) && at(s, 0) <= 1 &&
         97 - number(s.substr(0, 8)) % 97 == number(s.substr(8));
}

bool isBulgarian(std::string_view s) {
  if (areDigits(s, 9)) {
    const int first = weighted(s, {1, 2, 3, 4, 5, 6, 7, 8}) % 11;
    const int check = first != 10 ? first : weighted(s, {3, 4, 5, 6, 7, 8, 9, 10}) % 11 % 10;
    return check == at(s, 8);
  }
  if (!areDigits(s, 10))
    return false;
  const int citizen = weighted(s, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10;
  const int foreigner = weighted(s, {21, 19, 17, 13, 11, 9, 7, 3, 1}) % 10;
  const int other = (11 - weighted(s, {4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 11;
  return at(s, 9) == citizen || at(s, 9) == foreigner || at(s, 9) == other;
}

bool isCypriot(std::string_view s) {
  if (s.size() != 9 || !areDigits(s.substr(0, 8)) || s.substr(0, 2) == "12")
    return false;
  constexpr std::array kOdd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i)
    sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(at(s, i))] : at(s, i);
  return s[8] == kLetters[static_cast<std::size_t>(sum % 26)];
}

/// The day of birth in the number of a Czech person; women have 50 more in the month, overflowing
/// series 20 more.
bool hasCzechBirthday(std::string_view s) {
  const auto month = number(s.substr(2, 2)) % 50 % 20;
  const auto day = number(s.substr(4, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool isCzech(std::string_view s) {
  if (!areDigits(s))
    return false;
  if (s.size() == 8)
    return s[0] != '9' && (11 - weighted(s, {8, 7, 6, 5, 4, 3, 2}) % 11) % 10 == at(s, 7);
  if (s.size() == 9 && s[0] == '6') {
    const int rest = weighted(s.substr(1), {8, 7, 6, 5, 4, 3, 2}) % 11;
    return (18 - (10 - rest) % 11) % 10 == at(s, 8);
  }
  if (s.size() == 9) // given out until 1953, without check digit
    return hasCzechBirthday(s) && number(s.substr(0, 2)) <= 53;
  return s.size() == 10 && hasCzechBirthday(s) && number(s.substr(0, 9)) % 11 % 10 == at(s, 9);
}

bool isGerman(std::string_view s) { return areDigits(s, 9) && s[0] != '0' && isMod1110(s); }

bool isDanish(std::string_view s) {
  return areDigits(s, 8) && s[0] != '0' && weighted(s, {2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

bool isEstonian(std::string_view s) {
  return areDigits(s, 9) && weighted(s, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
}

bool isGreek(std::string_view s) {
  return areDigits(s, 9) && weighted(s, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == at(s, 8);
}

/// Numbers of persons: eight digits and a letter; X, Y and Z stand for a leading 0, 1 and 2.
bool isSpanishPerson(std::string_view digits, char check) {
  constexpr std::string_view kChecks = "TRWAGMYFPDXBNJZSQVHLCKE";
  return areDigits(digits) && kChecks[static_cast<std::size_t>(number(digits) % 23)] == check;
}

bool isSpanishCompany(std::string_view s) {
  const std::size_t digit =
      static_cast<std::size_t>((10 - luhnSum(std::string(s.substr(1, 7)) + '0') % 10) % 10);
  // By law some first letters go with one kind only, but numbers of both kinds are in use.
  return s[8] == static_cast<char>('0' + digit) || s[8] == std::string_view("JABCDEFGHI")[digit];
}

bool isSpanish(std::string_view s) {
  if (s.size() != 9 || !areDigits(s.substr(1, 7)))
    return false;
  if (isDigit(s[0]))
    return isSpanishPerson(s.substr(0, 8), s[8]);
  if (s[0] == 'X' || s[0] == 'Y' || s[0] == 'Z')
    return isSpanishPerson(
        std::string(1, static_cast<char>('0' + (s[0] - 'X'))) + std::string(s.substr(1, 7)), s[8]);
  if (s[0] == 'K' || s[0] == 'L' || s[0] == 'M')
    return isSpanishPerson(s.substr(1, 7), s[8]);
  return std::string_view("ABCDEFGHJNPQRSUVW").find(s[0]) != std::string_view::npos &&
         isSpanishCompany(s);
}

bool isFinnish(std::string_view s) {
  return areDigits(s, 8) && weighted(s, {7, 9, 10, 5, 8, 4, 2, 1}) % 11 == 0;
}

bool isFrench(std::string_view s) {
  if (s.size() != 11 || !areDigits(s.substr(2)))
    return false;
  const std::int64_t siren = number(s.substr(2));
  if (s.substr(2, 3) != "000" && !isLuhn(s.substr(2))) // Monaco's 000 has no check digit of its own
    return false;
  if (areDigits(s.substr(0, 2)))
    return number(s.substr(0, 2)) == (siren * 100 + 12) % 97;
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no I, no O
  const std::size_t first = kAlphabet.find(s[0]);
  const std::size_t second = kAlphabet.find(s[1]);
  if (first == std::string_view::npos || second == std::string_view::npos)
    return false;
  const auto key =
      static_cast<std::int64_t>(first < 10 ? first * 24 + second - 10 : first * 34 + second - 100);
  return (siren + 1 + key / 11) % 11 == key % 11;
}

bool isCroatian(std::string_view s) { return areDigits(s, 11) && isMod1110(s); }

bool isHungarian(std::string_view s) {
  return areDigits(s, 8) && weighted(s, {9, 7, 3, 1, 9, 7, 3, 1}) % 10 == 0;
}

bool isIrish(std::string_view s) {
  constexpr std::string_view kChecks = "WABCDEFGHIJKLMNOPQRSTUV";
  if ((s.size() != 8 && s.size() != 9) || !isDigit(s[0]) || !areDigits(s.substr(2, 5)))
    return false;
  const bool isOldStyle = !isDigit(s[1]);
  if (isOldStyle && (s.size() != 8 || (!isLetter(s[1]) && s[1] != '+' && s[1] != '*')))
    return false;
  const std::string digits =
      isOldStyle ? "0" + std::string(s.substr(2, 5)) + s[0] : std::string(s.substr(0, 7));
  int sum = weighted(digits, {8, 7, 6, 5, 4, 3, 2});
  if (s.size() == 9) {
    const std::size_t group = kChecks.find(s[8]);
    if (group == std::string_view::npos || group > 9)
      return false;
    sum += 9 * static_cast<int>(group);
  }
  return s[7] == kChecks[static_cast<std::size_t>(sum % 23)];
}

bool isItalian(std::string_view s) {
  if (!areDigits(s, 11) || number(s.substr(0, 7)) == 0)
    return false;
  const auto office = number(s.substr(7, 3));
  const bool isOffice = (office >= 1 && office <= 100) || office == 120 || office == 121 ||
                        office == 888 || office == 999;
  return isOffice && isLuhn(s);
}

bool isLithuanian(std::string_view s) {
  if ((s.size() != 9 && s.size() != 12) || !areDigits(s) || s[s.size() - 2] != '1')
    return false;
  const auto rest = [s](std::size_t shift) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < s.size(); ++i)
      sum += static_cast<int>(1 + (i + shift) % 9) * at(s, i);
    return sum % 11;
  };
  const int check = rest(0) != 10 ? rest(0) : rest(2) % 10;
  return check == at(s, s.size() - 1);
}

bool isLuxembourgish(std::string_view s) {
  return areDigits(s, 8) && number(s.substr(0, 6)) % 89 == number(s.substr(6));
}

bool isLatvian(std::string_view s) {
  if (!areDigits(s, 11))
    return false;
  if (s[0] > '3')
    return weighted(s, {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1}) % 11 == 3;
  if (s.substr(0, 2) == "32") // persons since 2017: nothing to check
    return true;
  return (1 + weighted(s, {10, 5, 8, 4, 2, 1, 6, 3, 7, 9})) % 11 % 10 == at(s, 10);
}

bool isMaltese(std::string_view s) {
  return areDigits(s, 8) && s[0] != '0' && weighted(s, {3, 4, 6, 7, 8, 9, 10, 1}) % 37 == 0;
}

/// ISO 7064 mod 97,10 over the whole id with letters as two digits (since 2020, for sole traders).
bool isMod97(std::string_view s) {
  int rest = 0;
  for (const char c : s)
    rest = (isDigit(c) ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10)) % 97;
  return rest == 1;
}

bool isDutch(std::string_view s) {
  if (s.size() != 12 || s[9] != 'B' || !areDigits(s.substr(0, 9)) || !areDigits(s.substr(10)))
    return false;
  if (number(s.substr(0, 9)) == 0 || s.substr(10) == "00")
    return false;
  return weighted(s, {9, 8, 7, 6, 5, 4, 3, 2, -1}) % 11 == 0 || isMod97("NL" + std::string(s));
}

bool isPolish(std::string_view s) {
  return areDigits(s, 10) && weighted(s, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == at(s, 9);
}

bool isPortuguese(std::string_view s) {
  return areDigits(s, 9) && s[0] != '0' &&
         (11 - weighted(s, {9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11 % 10 == at(s, 8);
}

bool isRomanian(std::string_view s) {
  if (!areDigits(s) || s.size() < 2 || s[0] == '0')
    return false;
  if (s.size() == 13) { // a person's number
    const int rest = weighted(s, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return (rest == 10 ? 1 : rest) == at(s, 12);
  }
  if (s.size() > 10)
    return false;
  const std::string padded = std::string(10 - s.size(), '0') + std::string(s);
  return weighted(padded, {7, 5, 3, 2, 1, 7, 5, 3, 2}) * 10 % 11 % 10 == at(padded, 9);
}

bool isSwedish(std::string_view s) {
  return areDigits(s, 12) && s.substr(10) >= "01" && s.substr(10) <= "94" &&
         isLuhn(s.substr(0, 10));
}

bool isSlovene(std::string_view s) {
  if (!areDigits(s, 8) || s[0] == '0')
    return false;
  const int check = 11 - weighted(s, {8, 7, 6, 5, 4, 3, 2}) % 11;
  return check != 11 && check % 10 == at(s, 7);
}

bool isSlovak(std::string_view s) {
  return areDigits(s, 10) && s[0] != '0' &&
         std::string_view("234789").find(s[2]) != std::string_view::npos && number(s) % 11 == 0;
}

bool isBritish(std::string_view s) {
  if (s.size() == 5 && areDigits(s.substr(2))) // government departments, health authorities
    return (s.substr(0, 2) == "GD" && s[2] < '5') || (s.substr(0, 2) == "HA" && s[2] >= '5');
  if ((s.size() != 9 && s.size() != 12) || !areDigits(s))
    return false;
  const int rest = weighted(s, {8, 7, 6, 5, 4, 3, 2, 10, 1}) % 97;
  const bool isNewSeries = number(s.substr(0, 3)) >= 100 && (rest == 42 || rest == 55);
  return rest == 0 || isNewSeries;
}

bool isSwiss(std::string_view s) {
  if (s.size() < 10 || s[0] != 'E' || !areDigits(s.substr(1, 9)))
    return false;
  const std::string_view suffix = s.substr(10);
  const bool isTax = suffix == "MWST" || suffix == "TVA" || suffix == "IVA" || suffix == "TPV";
  return isTax && (11 - weighted(s.substr(1), {5, 4, 3, 2, 7, 6, 5, 4}) % 11) % 11 == at(s, 9);
}

bool isNorwegian(std::string_view s) {
  return s.size() == 12 && areDigits(s.substr(0, 9)) && s.substr(9) == "MVA" &&
         weighted(s, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

constexpr std::array kRules{
    VatRule{"AT", isAustrian},   VatRule{"BE", isBelgian},       VatRule{"BG", isBulgarian},
    VatRule{"CH", isSwiss},      VatRule{"CY", isCypriot},       VatRule{"CZ", isCzech},
    VatRule{"DE", isGerman},     VatRule{"DK", isDanish},        VatRule{"EE", isEstonian},
    VatRule{"EL", isGreek},      VatRule{"ES", isSpanish},       VatRule{"FI", isFinnish},
    VatRule{"FR", isFrench},     VatRule{"GB", isBritish},       VatRule{"HR", isCroatian},
    VatRule{"HU", isHungarian},  VatRule{"IE", isIrish},         VatRule{"IT", isItalian},
    VatRule{"LT", isLithuanian}, VatRule{"LU", isLuxembourgish}, VatRule{"LV", isLatvian},
    VatRule{"MT", isMaltese},    VatRule{"NL", isDutch},         VatRule{"NO", isNorwegian},
    VatRule{"PL", isPolish},     VatRule{"PT", isPortuguese},    VatRule{"RO", isRomanian},
    VatRule{"SE", isSwedish},    VatRule{"SI", isSlovene},       VatRule{"SK", isSlovak},
    VatRule{"XI", isBritish},
};

} // namespace

const VatRule *findVatRule(std::string_view prefix) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [prefix](const VatRule &rule) { return rule.prefix == prefix; });
  return found != kRules.end() ? &*found : nullptr;
}

} // namespace tenantry
