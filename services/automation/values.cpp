// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/automation/values.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::automation {

namespace {

constexpr std::array<std::pair<MailState, QLatin1StringView>, 5> stateWords{
    {{MailState::Queued, "queued"_L1},
     {MailState::Sent, "sent"_L1},
     {MailState::Failed, "failed"_L1},
     {MailState::Cancelled, "cancelled"_L1},
     {MailState::Suppressed, "suppressed"_L1}}};

} // namespace

QString toString(MailState state) {
  for (const auto &[known, word] : stateWords)
    if (known == state)
      return word;
  return {};
}

Result<MailState> parseMailState(QStringView text) {
  for (const auto &[state, word] : stateWords)
    if (text == word)
      return state;
  return fail(u"mail.state_unknown"_s, u"“%1” is not a state of a mail."_s.arg(text));
}

} // namespace tenantry::automation
