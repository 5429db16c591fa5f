// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/result.h"
#include <QMap>
#include <QString>
#include <optional>

namespace tenantry::ui {

/// A place in the console, as a link that can be copied, sent and opened:
/// tenantry://organizations[?view=<id>], tenantry://organization/<id>[?tab=usage],
/// tenantry://billing[?date=2026-12-01, ?filter=changed, ?view=<id>],
/// tenantry://billing/<organization>/<position>[?date=2026-12-01, ?line=2],
/// tenantry://invoices[?filter=overdue, ?organization=<id>, ?view=<id>],
/// tenantry://invoices/<organization>/<draft>[?line=2],
/// tenantry://invoice/<number>[?line=2], tenantry://credit-note/<number>[?line=2],
/// tenantry://matching[/<id>][?filter=matched, ?view=<id>],
/// tenantry://organizations[?filter=onboarding], tenantry://home,
/// tenantry://dunning[/<number>][?filter=suspended, ?view=<id>],
/// tenantry://subscriptions[?filter=past_due, ?view=<id>],
/// tenantry://ledger[?tab=journal, ?date=2026-10-01, ?filter=cash, ?organization=<id>],
/// tenantry://usage[?tab=late, ?filter=<metric>],
/// tenantry://usage?tab=events&organization=<id>[&filter=<metric>, &date=2026-10-05, &by=region
/// (without one), &value=eu],
/// tenantry://usage?tab=dimensions&organization=<id>[&filter=<metric>, &date=2026-10-05,
/// &by=region],
/// tenantry://mails[/<id>][?filter=failed, ?view=<id>],
/// tenantry://contradictions[/<id>][?filter=refund, ?view=<id>],
/// tenantry://business[?tab=what-if].
/// What a list is narrowed by beyond one word stands in its settings' own names:
/// tenantry://organizations?country=DE&status=active. A list that nothing narrows has none.
struct Place {
  enum class Kind {
    Organizations,
    Organization,
    Billing,
    Invoices,
    Invoice,
    CreditNote,
    Home,
    Matching,
    Dunning,
    Subscriptions,
    Ledger,
    Usage,
    Mails,
    Business,
    Contradictions
  };

  Kind kind = Kind::Organizations;
  QString key; ///< id of the organization, the bank's entry, the mail or what is contradicted,
               ///< number of the invoice, case or credit note; of a previewed invoice
               ///< "organization/position", of a draft "organization/draft"
  QString tab; ///< of the organization's record, the ledger, usage; empty: the first
  std::optional<LocalDay> day; ///< of the preview, in the month of the books, or in the period of
                               ///< the events
  QString filter{}; ///< of a list: a status by its word, or `everything`; empty: as its view says.
                    ///< Of the members of an organization: the one who is chosen, by their id
  QString view{};   ///< id of the saved view of a list; empty: none
  QString organization{}; ///< of invoices, the journal, usage events: the id of the one whose they
                          ///< are; empty: all
  int line = 0;           ///< of the invoice: the one that is explained, from 1; 0: none
  QString by{};           ///< of usage: the dimension that it is looked at by; empty: none
  std::optional<QString> value{};    ///< of that dimension; none: of the events, those without one
  bool isOutside = false;            ///< of usage: of what lies outside of any period
  QMap<QString, QString> narrowed{}; ///< of a list: what else narrows it, as its views keep it

  /// The filter that lets all of a list through, where none would mean another.
  static constexpr QLatin1StringView everything{"all"};

  /// Error `place.unknown`.
  [[nodiscard]] static Result<Place> parse(const QString &link);
  [[nodiscard]] QString link() const;
  bool operator==(const Place &) const = default;
};

} // namespace tenantry::ui
