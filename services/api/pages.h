// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/api/customer_book.h"
#include "services/http/message.h"

/// Customers' pages: values in, HTML out.
namespace tenantry::api {

/// Where a page stands and what its forms carry.
struct PagePlace {
  QString path;           ///< of the page itself, without query
  QString word;           ///< of its forms
  QString issuer;         ///< who is to be paid; empty: not known yet
  bool takesCards = true; ///< a number may be entered
  bool isHosted = false;  ///< the provider has a page to enter one at
};

/// What was typed and cannot be used.
enum class CardProblem { None, Unknown };

[[nodiscard]] http::Response invoicePage(const PagePlace &place, const InvoiceView &view,
                                         CardProblem problem = CardProblem::None);

struct AccountNote {
  bool isChanged = false; ///< the payment method, just now
  bool isFirstPage = true;
  CardProblem problem = CardProblem::None;
};
[[nodiscard]] http::Response accountPage(const PagePlace &place, const AccountView &view,
                                         const AccountNote &note);

/// Leads to the provider's page: a page of ours, because forms of ours may lead nowhere else.
[[nodiscard]] http::Response leadingPage(const QString &language, const QString &url);
/// Where the provider's page leads back to, whatever happened there.
[[nodiscard]] http::Response returnPage(const ReturnView &view);
/// The provider said nothing; or will not do what was asked, now or in a moment.
[[nodiscard]] http::Response providerAwayPage(const QString &language);
[[nodiscard]] http::Response providerRefusesPage(const QString &language);

/// The one answer to every link that does not work, whatever is wrong with it.
[[nodiscard]] http::Response noSuchLinkPage(const QString &language);
[[nodiscard]] http::Response tryAgainPage(const QString &language);
[[nodiscard]] http::Response badFormPage(const QString &language);

} // namespace tenantry::api
