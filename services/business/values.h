// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/business/catalog_values.h"

/// What the business files say (5-business-and-scenarios). Plain values, valid by construction of
/// the loader.
namespace tenantry::business {

struct Issuer {
  QString legalName;
  QString country; ///< ISO 3166-1 alpha-2
  QString vatId;
  QString address;
  bool operator==(const Issuer &) const = default;
};

enum class Proration { Day, Second, None };
enum class Finalize { Automatic, Review };

struct InvoicePolicy {
  QString numberFormat;     ///< "INV-{year}-{seq:6}"
  QString creditNoteFormat; ///< "CN-{year}-{seq:6}"
  int dueDays = 30;
  Proration proration = Proration::Day;
  /// Minor units: an invoice of more waits for the approval of a second person. A currency that is
  /// not named has no such amount.
  std::map<Currency, std::int64_t> approvalAbove;

  [[nodiscard]] bool needsApproval(const Money &total) const {
    const auto above = approvalAbove.find(total.currency());
    return above != approvalAbove.end() && total.minor() > above->second;
  }
  bool operator==(const InvoicePolicy &) const = default;
};

enum class FinalStep { Cancel, Keep };
enum class FinalInvoice { Uncollectible, Open };

struct Dunning {
  std::vector<int> retryAfterDays;
  int suspendAfterDays = 7;
  FinalStep final = FinalStep::Cancel;
  FinalInvoice finalInvoice = FinalInvoice::Uncollectible;
  int finalAfterDays = 30;
  std::vector<QString> hard; ///< decline codes never retried with that method
  /// Of one amount with one payment method, in 30 days of 24 hours; a first try is always made.
  int mostTriesIn30Days = 15;
  bool operator==(const Dunning &) const = default;
};

struct Role {
  QString id;
  std::vector<QString> permissions;
  bool operator==(const Role &) const = default;
};

struct CheckInMail {
  int afterHours = 0;
  QString mailTemplate;
  bool operator==(const CheckInMail &) const = default;
};

struct Onboarding {
  std::vector<QString> steps;
  QString trialPlan; ///< the plan of the trial that onboarding starts; empty: none
  std::vector<CheckInMail> checkIns;
  bool operator==(const Onboarding &) const = default;
};

/// What a mail says in one language: paragraphs divided by empty lines, with `{placeholders}`.
struct MailText {
  QString subject;
  QString text;
  bool operator==(const MailText &) const = default;
};

/// mail/ID.toml. Which there are, and what each may speak of, says `mail_templates.h`.
struct MailTemplate {
  QString id;
  std::map<QString, MailText> byLanguage; ///< "en" and "de" at least
  bool operator==(const MailTemplate &) const = default;
};

struct Business {
  Text name;
  Issuer issuer;
  InvoicePolicy invoice;
  Finalize finalize = Finalize::Automatic;
  int usageGraceHours = 0;
  Currency defaultCurrency;
  QString
      timeZone; ///< of an organization that names none, and of the business's own days and years
  int usageAcceptDays = 60;
  Rational margin;
  std::map<QString, Metric> metrics;
  std::map<QString, Plan> plans;
  std::map<QString, Addon> addons;
  std::map<QString, Coupon> coupons;
  std::vector<TaxRate> taxRates;
  Dunning dunning;
  std::map<QString, Role> roles;
  Onboarding onboarding;
  std::map<QString, MailTemplate> mails;
  bool operator==(const Business &) const = default;
};

} // namespace tenantry::business
