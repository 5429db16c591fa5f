// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decline_word.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct KnownDecline {
  QLatin1StringView code;
  const char *word;
};

constexpr KnownDecline knownDeclines[] = {
    {"insufficient_funds"_L1, QT_TRANSLATE_NOOP("Dunning", "Insufficient funds")},
    {"do_not_honor"_L1, QT_TRANSLATE_NOOP("Dunning", "Not honored by the bank")},
    {"generic_decline"_L1, QT_TRANSLATE_NOOP("Dunning", "Declined")},
    {"card_declined"_L1, QT_TRANSLATE_NOOP("Dunning", "Declined")},
    {"try_again_later"_L1, QT_TRANSLATE_NOOP("Dunning", "Bank not reachable")},
    {"issuer_not_available"_L1, QT_TRANSLATE_NOOP("Dunning", "Bank not reachable")},
    {"processing_error"_L1, QT_TRANSLATE_NOOP("Dunning", "Processing error")},
    {"card_velocity_exceeded"_L1, QT_TRANSLATE_NOOP("Dunning", "Limit exceeded")},
    {"withdrawal_count_limit_exceeded"_L1, QT_TRANSLATE_NOOP("Dunning", "Limit exceeded")},
    {"authentication_required"_L1, QT_TRANSLATE_NOOP("Dunning", "Authentication needed")},
    {"expired_card"_L1, QT_TRANSLATE_NOOP("Dunning", "Card expired")},
    {"lost_card"_L1, QT_TRANSLATE_NOOP("Dunning", "Card reported lost")},
    {"stolen_card"_L1, QT_TRANSLATE_NOOP("Dunning", "Card reported stolen")},
    {"pickup_card"_L1, QT_TRANSLATE_NOOP("Dunning", "Card withdrawn")},
    {"incorrect_number"_L1, QT_TRANSLATE_NOOP("Dunning", "Card number wrong")},
    {"fraudulent"_L1, QT_TRANSLATE_NOOP("Dunning", "Suspected fraud")},
    {"stop_payment_order"_L1, QT_TRANSLATE_NOOP("Dunning", "Payment stopped by the customer")},
    {"revocation_of_authorization"_L1, QT_TRANSLATE_NOOP("Dunning", "Authorization withdrawn")},
    {"revocation_of_all_authorizations"_L1,
     QT_TRANSLATE_NOOP("Dunning", "Authorization withdrawn")},
};

} // namespace

QString declineWord(const QString &code) {
  for (const auto &[known, word] : knownDeclines)
    if (code == known)
      return QCoreApplication::translate("Dunning", word);
  return code;
}

} // namespace tenantry::ui
