// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/billing/draft_tax.h"
#include "services/store/session.h"
#include <unordered_map>

/// Drafts with all that is stored of them, and how their lines are stored anew. Internal to this
/// domain.
namespace tenantry::billing {

using StoredDrafts = std::unordered_map<OrganizationId, std::map<InvoiceId, StoredDraft>>;

/// Invoices and credit notes, the same place in both. One may stand there more than once.
struct DocumentKeys {
  std::vector<OrganizationId> organizations;
  std::vector<InvoiceId> documents;

  void add(const OrganizationId &organization, const InvoiceId &document) {
    organizations.push_back(organization);
    documents.push_back(document);
  }
};

/// Adds those among the documents that are drafts, with two statements however many they are.
[[nodiscard]] Result<> loadDrafts(store::Session &session, const DocumentKeys &among,
                                  StoredDrafts &drafts);

[[nodiscard]] Result<DraftCredits> draftCreditsOf(store::Session &session, const Invoice &draft);

/// Stores the lines of a draft as they are by now, its taxes anew, and takes those away that are
/// `dropped`. Its head is for the caller.
[[nodiscard]] Result<> storeDraftLines(store::Session &session, const Invoice &draft,
                                       const std::vector<StoredLine> &lines,
                                       const std::vector<int> &dropped = {});

} // namespace tenantry::billing
