// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/country.h"

#include <string_view>

using namespace Qt::StringLiterals;

namespace tenantry {
namespace {

/// Two letters each, ISO 3166-1.
constexpr std::string_view kCodes = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZ"
                                    "BABBBDBEBFBGBHBIBJBLBMBNBOBQBRBS"
                                    "BTBVBWBYBZCACCCDCFCGCHCICKCLCMCN"
                                    "COCRCUCVCWCXCYCZDEDJDKDMDODZECEE"
                                    "EGEHERESETFIFJFKFMFOFRGAGBGDGEGF"
                                    "GGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHM"
                                    "HNHRHTHUIDIEILIMINIOIQIRISITJEJM"
                                    "JOJPKEKGKHKIKMKNKPKRKWKYKZLALBLC"
                                    "LILKLRLSLTLULVLYMAMCMDMEMFMGMHMK"
                                    "MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNA"
                                    "NCNENFNGNINLNONPNRNUNZOMPAPEPFPG"
                                    "PHPKPLPMPNPRPSPTPWPYQARERORSRURW"
                                    "SASBSCSDSESGSHSISJSKSLSMSNSOSRSS"
                                    "STSVSXSYSZTCTDTFTGTHTJTKTLTMTNTO"
                                    "TRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVI"
                                    "VNVUWFWSYEYTZAZMZW";

} // namespace

bool Country::isValid(QStringView code) {
  if (code.size() != 2)
    return false;
  for (std::size_t i = 0; i < kCodes.size(); i += 2)
    if (code[0] == QLatin1Char(kCodes[i]) && code[1] == QLatin1Char(kCodes[i + 1]))
      return true;
  return false;
}

Result<Country> Country::parse(QStringView code) {
  const QString upper = code.trimmed().toString().toUpper();
  if (!isValid(upper))
    return fail(
        u"country.unknown"_s,
        u"“%1” is not a country: give its two-letter code of ISO 3166-1, such as DE or US."_s.arg(
            code));
  return Country(upper[0].toLatin1(), upper[1].toLatin1());
}

QString Country::code() const { return QString::fromLatin1(m_code.data(), 2); }

} // namespace tenantry
